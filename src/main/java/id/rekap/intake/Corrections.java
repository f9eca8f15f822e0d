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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Applies corrections (ralat) to a list, file by file: a row takes the place of that person's rows, else of the one row that
 * was refused for its identifier under the same name, else it is added. Of one drop's rows that say different things of a
 * person the last one counts, and the others stay beside it to be told.
 */
final class Corrections {
    /** In place of a row's, where the name does not tell which is meant. */
    private static final String SEVERAL = "";

    private final Mandate mandate;
    private final People people;

    Corrections(Mandate mandate, People people) {
        this.mandate = mandate;
        this.people = people;
    }

    /**
     * @param offset position of the drop's first file among the files of the whole list
     * @param lists how many of the drop's files are no corrections: they come first
     */
    ListPages apply(ListPages list, List<ListRow> corrections, int offset, int lists, LocalDate on) {
        Map<Integer, List<ListRow>> files = new TreeMap<>();
        for (ListRow row : corrections) {
            files.computeIfAbsent(offset + row.file(), f -> new ArrayList<>()).add(row.inFile(offset + row.file()));
        }
        ListPages corrected = list;
        for (List<ListRow> file : files.values()) {
            corrected = applyOne(corrected, file, offset + lists, on);
        }
        return corrected;
    }

    private ListPages applyOne(ListPages list, List<ListRow> corrections, int firstCorrection, LocalDate on) {
        ByPerson corrected = new ByPerson(corrections, on);
        Set<ListRow> unplaced = corrected.ofNobodyIn(list);
        Set<String> replaced = refusedUnderTheNamesOf(unplaced, list, corrected, on);
        ListPages.Builder merged = new ListPages.Builder();
        for (ListRow row : list.rows()) {
            ListRow last = corrected.last(row);
            if (last == null ? !replaced.contains(place(row)) : isOutdated(row, last, firstCorrection)) {
                merged.add(last == null ? row : row.outdated());
            }
        }
        for (ListRow row : corrections) {
            ListRow last = corrected.last(row);
            if (last == null || last == row) {
                merged.add(row);
            } else if (isOutdated(row, last, firstCorrection)) {
                merged.add(row.outdated());
            }
        }
        return merged.build();
    }

    private boolean isOutdated(ListRow row, ListRow last, int firstCorrection) {
        if (row.file() < firstCorrection) {
            return false;
        }
        for (int i = 0; i < mandate.obligations().size(); i++) {
            Obligation obligation = mandate.obligations().get(i);
            if (!answer(obligation, row.value(i)).readsLike(answer(obligation, last.value(i)))) {
                return true;
            }
        }
        return false;
    }

    private static Answer answer(Obligation obligation, @Nullable String written) {
        return Answers.read(obligation, written == null ? "" : written);
    }

    /** Places of rows, each the only one that was refused for its identifier under the name of one of these. */
    private Set<String> refusedUnderTheNamesOf(
            Set<ListRow> unplaced, ListPages list, ByPerson corrected, LocalDate on) {
        Set<String> names = new HashSet<>();
        unplaced.forEach(row -> names.add(Names.normalised(row.name())));
        names.remove("");
        Map<String, String> only = new HashMap<>();
        for (ListPages.Page page : names.isEmpty() ? List.<ListPages.Page>of() : list.pages()) {
            List<ListRow> named = page.rows().stream()
                    .filter(row -> names.contains(Names.normalised(row.name())) && corrected.last(row) == null)
                    .toList();
            Map<String, Person> known =
                    people.byNumber(named.stream().map(ListRow::no).collect(Collectors.toSet()), on);
            for (ListRow row : named) {
                if (!row.hasNumber() || !known.containsKey(row.no())) {
                    only.merge(Names.normalised(row.name()), place(row), (one, other) -> SEVERAL);
                }
            }
        }
        only.values().removeIf(SEVERAL::equals);
        return Set.copyOf(only.values());
    }

    private static String place(ListRow row) {
        return row.file() + ":" + row.row();
    }

    /** The rows of one file of corrections by the person that they speak of, whatever number they use. */
    private final class ByPerson {
        private final Map<String, ListRow> last = new LinkedHashMap<>();
        private final Map<String, String> keyOfNumber = new HashMap<>();
        private final List<ListRow> numberless = new ArrayList<>();

        ByPerson(List<ListRow> corrections, LocalDate on) {
            Map<String, Person> known =
                    people.byNumber(corrections.stream().map(ListRow::no).toList(), on);
            for (ListRow row : corrections) {
                if (row.no().isEmpty()) {
                    numberless.add(row);
                } else {
                    Person person = known.get(row.no());
                    String key = person == null ? row.no() : person.id();
                    last.put(key, row);
                    keyOfNumber.put(row.no(), key);
                }
            }
            people.numbersOf(known.values().stream().map(Person::id).toList(), on)
                    .forEach((person, numbers) -> numbers.forEach(no -> keyOfNumber.put(no, person)));
        }

        /** The last row of the person whom a row names, null where none speaks of that person. */
        @Nullable
        ListRow last(ListRow row) {
            String key = keyOfNumber.get(row.no());
            return key == null ? null : last.get(key);
        }

        Set<ListRow> ofNobodyIn(ListPages list) {
            Set<ListRow> left = new LinkedHashSet<>(numberless);
            left.addAll(last.values());
            for (ListRow row : list.rows()) {
                ListRow corrected = last(row);
                if (corrected != null) {
                    left.remove(corrected);
                }
            }
            return left;
        }
    }
}
