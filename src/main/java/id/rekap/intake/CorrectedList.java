package id.rekap.intake;

import id.rekap.value.Names;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * A list with its corrections, file by file: a row takes the place of that person's rows, else of the one row that was refused
 * for its identifier under the same name, else it is added. Of one drop's rows that say different things of a person the last
 * one counts, and the others stay beside it to be told.
 */
final class CorrectedList {
    private static final Comparator<Placed> IN_FILE_ORDER = Comparator.comparingInt(
                    (Placed one) -> one.row().file())
            .thenComparingInt(one -> one.row().row());

    private final Rows rows;
    private final List<ListFile> files;
    private final BiPredicate<ListRow, ListRow> differ;
    private final BitSet replaced = new BitSet();
    private final BitSet outdated = new BitSet();
    /** Corrections that took the place of a row by their name. */
    private final BitSet byName = new BitSet();

    /** Rows that one took the place of by name, and in which file. */
    private final Map<Integer, Integer> replacedIn = new HashMap<>();

    /** A row and its position in the list. */
    record Placed(ListRow row, int position) {}

    /** The rows of a list that its corrections may concern. */
    static final class Rows {
        private final TreeMap<Integer, List<Placed>> corrections = new TreeMap<>();
        private final Map<String, String> personOfNumber = new HashMap<>();
        private final Map<String, List<Placed>> byPerson = new HashMap<>();
        private final Map<String, List<Placed>> refused = new HashMap<>();

        void correction(Placed one) {
            corrections
                    .computeIfAbsent(one.row().file(), f -> new ArrayList<>())
                    .add(one);
        }

        /** One of anybody whom a correction speaks of. */
        void ofPerson(String person, Placed one) {
            personOfNumber.put(one.row().no(), person);
            byPerson.computeIfAbsent(person, p -> new ArrayList<>()).add(one);
        }

        /** One that names nobody, under the name of a correction. */
        void refused(Placed one) {
            refused.computeIfAbsent(Names.normalised(one.row().name()), n -> new ArrayList<>())
                    .add(one);
        }

        Set<String> numbers() {
            Set<String> numbers = new TreeSet<>();
            corrections
                    .values()
                    .forEach(file -> file.forEach(one -> numbers.add(one.row().no())));
            numbers.remove("");
            return numbers;
        }

        Set<String> names() {
            Set<String> names = new TreeSet<>();
            corrections
                    .values()
                    .forEach(file -> file.forEach(
                            one -> names.add(Names.normalised(one.row().name()))));
            names.remove("");
            return names;
        }

        private List<Placed> of(String person) {
            return byPerson.getOrDefault(person, List.of());
        }
    }

    /** @param differ whether two rows of a person say different things */
    CorrectedList(Rows rows, List<ListFile> files, BiPredicate<ListRow, ListRow> differ) {
        this.rows = rows;
        this.files = files;
        this.differ = differ;
        rows.byPerson.values().forEach(own -> own.sort(IN_FILE_ORDER));
        rows.corrections.forEach((file, own) -> {
            own.sort(IN_FILE_ORDER);
            apply(file, own);
        });
    }

    ListPages marked(ListPages kept) {
        return kept.marked(replaced, outdated);
    }

    private void apply(int file, List<Placed> corrections) {
        Map<String, Placed> last = new LinkedHashMap<>();
        List<Placed> unplaced = new ArrayList<>();
        for (Placed one : corrections) {
            String person = one.row().no().isEmpty()
                    ? null
                    : rows.personOfNumber.get(one.row().no());
            if (person == null) {
                unplaced.add(one);
            } else {
                last.put(person, one);
            }
        }
        last.forEach((person, one) -> {
            if (rows.of(person).stream().noneMatch(row -> isBefore(row, file))) {
                unplaced.add(one);
            }
        });
        unplaced.forEach(one -> replaceByName(one, file, last));
        last.forEach((person, one) -> replaceRowsOf(person, one));
    }

    /** Whether a row still stands when a file of corrections is applied. */
    private boolean isBefore(Placed one, int file) {
        return one.row().file() < file && !replaced.get(one.position());
    }

    /** Where exactly one row was refused under its name. */
    private void replaceByName(Placed correction, int file, Map<String, Placed> last) {
        List<Placed> named = rows
                .refused
                .getOrDefault(Names.normalised(correction.row().name()), List.of())
                .stream()
                .filter(one -> one.row().file() < file)
                .filter(one -> !replaced.get(one.position()) || isReplacedIn(file, one))
                .filter(one -> !last.containsKey(
                        rows.personOfNumber.getOrDefault(one.row().no(), "")))
                .toList();
        if (named.size() == 1) {
            replaced.set(named.get(0).position());
            replacedIn.put(named.get(0).position(), file);
            byName.set(correction.position());
        }
    }

    private boolean isReplacedIn(int file, Placed one) {
        return Objects.equals(replacedIn.get(one.position()), file);
    }

    private void replaceRowsOf(String person, Placed last) {
        int first = firstOfItsDrop(last.row().file());
        for (Placed one : rows.of(person)) {
            boolean isOther = one.position() != last.position() && IN_FILE_ORDER.compare(one, last) < 0;
            if (isOther && (one.row().file() < first || !differ.test(one.row(), last.row()))) {
                replaced.set(one.position());
            } else if (isOther) {
                outdated.set(one.position());
            }
        }
    }

    private int firstOfItsDrop(int file) {
        int first = file;
        while (first > 0
                && Objects.equals(
                        files.get(first - 1).correction(), files.get(file).correction())) {
            first--;
        }
        return first;
    }

    /** Without corrections between the first row of a number and a later drop's correction of the same number. */
    ListPages shortened(ListPages kept) {
        BitSet left = new BitSet();
        for (List<Placed> own : rows.byPerson.values()) {
            Map<String, List<Placed>> byNumber = new HashMap<>();
            own.forEach(one -> byNumber.computeIfAbsent(one.row().no(), n -> new ArrayList<>())
                    .add(one));
            byNumber.values().forEach(ofOne -> leaveMiddle(ofOne, left));
        }
        if (left.isEmpty()) {
            return kept;
        }
        ListPages.Builder builder = new ListPages.Builder();
        int position = 0;
        for (ListRow row : kept.rows()) {
            if (!left.get(position++)) {
                builder.add(row);
            }
        }
        return builder.build();
    }

    private void leaveMiddle(List<Placed> rows, BitSet left) {
        int firstOfLast = firstOfItsDrop(rows.get(rows.size() - 1).row().file());
        for (Placed one : rows.subList(1, rows.size())) {
            int file = one.row().file();
            boolean isMiddle = Corrections.corrects(files, file)
                    && file < firstOfLast
                    && file > rows.get(0).row().file();
            if (isMiddle && !byName.get(one.position())) {
                left.set(one.position());
            }
        }
    }
}
