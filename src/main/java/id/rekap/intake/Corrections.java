package id.rekap.intake;

import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.register.People;
import id.rekap.register.Person;
import id.rekap.value.Answer;
import id.rekap.value.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Applies corrections (ralat) to a list that is kept with all of their rows: whose row a correction replaces, the register of
 * the date says on which the list is judged, not that of the day on which the correction came.
 */
public final class Corrections {
    private final Mandate mandate;
    private final People people;

    public Corrections(Mandate mandate, People people) {
        this.mandate = mandate;
        this.people = people;
    }

    /** The list as it holds on a date: what corrections replace is marked and counts for nothing. */
    public ListPages applied(ListPages kept, List<ListFile> files, LocalDate on) {
        return isCorrected(files) ? new CorrectedList(rows(kept, files, on), files, this::differ).marked(kept) : kept;
    }

    /** The list without rows that another one of their number replaces whatever the register says. */
    ListPages shortened(ListPages kept, List<ListFile> files, LocalDate on) {
        return isCorrected(files)
                ? new CorrectedList(rows(kept, files, on), files, this::differ).shortened(kept)
                : kept;
    }

    static boolean isCorrected(List<ListFile> files) {
        return files.size() > 1 && corrects(files, files.size() - 1);
    }

    /** The first file is the list, whatever its name is; it may be of a drop with corrections only. */
    static boolean corrects(List<ListFile> files, int file) {
        return file > 0 && files.get(file).correction() != null;
    }

    /** Whether a row says something else of a person than another one. */
    private boolean differ(ListRow one, ListRow other) {
        for (int i = 0; i < mandate.obligations().size(); i++) {
            Obligation obligation = mandate.obligations().get(i);
            if (!answer(obligation, one.value(i)).readsLike(answer(obligation, other.value(i)))) {
                return true;
            }
        }
        return false;
    }

    private static Answer answer(Obligation obligation, @Nullable String written) {
        return AnswerReader.read(obligation, written == null ? "" : written);
    }

    /** What corrections can be of. */
    private CorrectedList.Rows rows(ListPages kept, List<ListFile> files, LocalDate on) {
        CorrectedList.Rows rows = new CorrectedList.Rows();
        each(kept, (row, position) -> {
            if (corrects(files, row.file())) {
                rows.correction(new CorrectedList.Placed(row, position));
            }
        });
        Map<String, String> persons = persons(rows.numbers(), on);
        Set<String> names = rows.names();
        List<CorrectedList.Placed> named = new ArrayList<>();
        each(kept, (row, position) -> {
            CorrectedList.Placed placed = new CorrectedList.Placed(row, position);
            String person = row.no().isEmpty() ? null : persons.get(row.no());
            if (person != null) {
                rows.ofPerson(person, placed);
            }
            if (names.contains(Names.normalised(row.name()))) {
                named.add(placed);
            }
        });
        Set<String> known = people.byNumber(numbers(named), on).keySet();
        named.stream()
                .filter(one ->
                        !one.row().hasNumber() || !known.contains(one.row().no()))
                .forEach(rows::refused);
        return rows;
    }

    private static Set<String> numbers(List<CorrectedList.Placed> rows) {
        Set<String> numbers = new TreeSet<>();
        rows.stream().map(one -> one.row().no()).filter(no -> !no.isEmpty()).forEach(numbers::add);
        return numbers;
    }

    /** Whom corrections speak of, by each number of theirs; whom the register does not know is a number. */
    private Map<String, String> persons(Set<String> numbers, LocalDate on) {
        Map<String, Person> known = people.byNumber(numbers, on);
        Map<String, String> persons = new HashMap<>();
        for (String no : numbers) {
            Person person = known.get(no);
            persons.put(no, person == null ? no : person.id());
        }
        people.numbersOf(known.values().stream().map(Person::id).toList(), on)
                .forEach((person, own) -> own.forEach(no -> persons.put(no, person)));
        return persons;
    }

    private static void each(ListPages list, BiConsumer<ListRow, Integer> row) {
        int position = 0;
        for (ListRow one : list.rows()) {
            row.accept(one, position++);
        }
    }

    /** Of the next drop of corrections to a list of these files. */
    static int next(List<ListFile> files) {
        return files.stream()
                        .map(ListFile::correction)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0)
                + 1;
    }
}
