package id.rekap.intake;

import id.rekap.register.People;
import id.rekap.register.Person;
import id.rekap.value.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Applies corrections (ralat) to a list, file by file: a row takes the place of that person's rows, else of the one row that
 * was refused for its identifier under the same name, else it is added.
 */
final class Corrections {
    private final People people;

    Corrections(People people) {
        this.people = people;
    }

    /** @param offset position of the corrections' first file among the files of the whole list */
    ListPages apply(ListPages list, List<ListRow> corrections, int offset, LocalDate on) {
        Map<Integer, List<ListRow>> files =
                corrections.stream().collect(Collectors.groupingBy(ListRow::file, TreeMap::new, Collectors.toList()));
        ListPages corrected = list;
        for (List<ListRow> file : files.values()) {
            corrected = applyOne(corrected, file, offset, on);
        }
        return corrected;
    }

    private ListPages applyOne(ListPages list, List<ListRow> corrections, int offset, LocalDate on) {
        Map<String, ListRow> last = new LinkedHashMap<>();
        List<ListRow> numberless = new ArrayList<>();
        Map<String, Person> known =
                people.byNumber(corrections.stream().map(ListRow::no).toList(), on);
        for (ListRow row : corrections) {
            if (row.no().isEmpty()) {
                numberless.add(row);
            } else {
                Person person = known.get(row.no());
                last.put(person == null ? row.no() : person.id(), row);
            }
        }
        Map<String, String> keyOfNumber = new HashMap<>();
        last.forEach((key, row) -> keyOfNumber.put(row.no(), key));
        people.numbersOf(known.values().stream().map(Person::id).toList(), on)
                .forEach((person, numbers) -> numbers.forEach(no -> keyOfNumber.put(no, person)));

        Set<String> placed = new HashSet<>();
        Map<String, List<ListRow>> refusedByName = new HashMap<>();
        Map<String, Person> knownInList = knownOf(list, on);
        for (ListRow row : list.rows()) {
            String key = keyOfNumber.get(row.no());
            if (key != null && last.containsKey(key)) {
                placed.add(key);
            } else if (isRefusedForIdentifier(row, knownInList) && !row.name().isEmpty()) {
                refusedByName
                        .computeIfAbsent(Names.normalised(row.name()), n -> new ArrayList<>())
                        .add(row);
            }
        }
        List<ListRow> unplaced = new ArrayList<>(numberless);
        last.forEach((key, row) -> {
            if (!placed.contains(key)) {
                unplaced.add(row);
            }
        });
        Set<String> replaced = new HashSet<>();
        for (ListRow row : unplaced) {
            String name = Names.normalised(row.name());
            List<ListRow> refused = name.isEmpty() ? List.of() : refusedByName.getOrDefault(name, List.of());
            if (refused.size() == 1) {
                replaced.add(place(refused.get(0)));
            }
        }

        ListPages.Builder merged = new ListPages.Builder();
        for (ListRow row : list.rows()) {
            String key = keyOfNumber.get(row.no());
            boolean isCorrected = key != null && last.containsKey(key);
            if (!isCorrected && !replaced.contains(place(row))) {
                merged.add(row);
            }
        }
        last.values().forEach(row -> merged.add(row.inFile(offset + row.file())));
        numberless.forEach(row -> merged.add(row.inFile(offset + row.file())));
        return merged.build();
    }

    private static String place(ListRow row) {
        return row.file() + ":" + row.row();
    }

    private Map<String, Person> knownOf(ListPages list, LocalDate on) {
        Set<String> numbers = new HashSet<>();
        for (ListRow row : list.rows()) {
            numbers.add(row.no());
        }
        numbers.remove("");
        return people.byNumber(numbers, on);
    }

    private static boolean isRefusedForIdentifier(ListRow row, Map<String, Person> known) {
        return row.fault() != RowFault.NONE || !known.containsKey(row.no());
    }
}
