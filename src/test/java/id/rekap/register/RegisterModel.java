package id.rekap.register;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What imports make of a register: a function of what they say, whichever came first. On one date the last word on a group
 * counts, and whoever it names is taken from the other group.
 */
final class RegisterModel {
    private final TypesByGroup types;
    private final TreeMap<LocalDate, Set<Group>> imported = new TreeMap<>();
    private final Set<LocalDate> ofAsnAlone = new HashSet<>();
    private List<Said> said = new ArrayList<>();

    /** A row of a file. */
    record Written(int line, EmployeeVersion version) {
        List<String> numbers() {
            return numbersOf(version);
        }
    }

    /** What the import of a date says of somebody. */
    private record Said(LocalDate date, EmployeeVersion version, boolean now) {}

    /** How an import ends: its counts, or how many problems it has. */
    record End(int added, int changed, int ended, int unchanged, int problems) {
        static End of(ImportResult result) {
            return new End(
                    result.added(),
                    result.changed(),
                    result.ended(),
                    result.unchanged(),
                    result.problems().size());
        }

        static End refused(int problems) {
            return new End(0, 0, 0, 0, problems);
        }
    }

    RegisterModel(Mandate mandate) {
        this.types = new TypesByGroup(mandate);
    }

    private static List<String> numbersOf(EmployeeVersion version) {
        List<String> numbers = new ArrayList<>(List.of(version.no()));
        numbers.addAll(version.formerNumbers());
        return numbers;
    }

    End imported(LocalDate date, @Nullable Group group, boolean force, List<Written> rows) {
        int twice = twice(rows);
        if (twice > 0) {
            return End.refused(twice);
        }
        Set<Group> groups = ImportDates.groups(group);
        Map<String, ModelPerson> old = people(said, imported);
        ModelNumbers clusters = new ModelNumbers();
        old.values().forEach(person -> clusters.join(person.numbers()));
        rows.forEach(row -> clusters.join(row.numbers()));
        List<Said> then = new ArrayList<>();
        int contradictions = then(date, groups, rows, clusters, then);
        if (contradictions > 0) {
            return End.refused(contradictions);
        }
        TreeMap<LocalDate, Set<Group>> dates = new TreeMap<>(imported);
        Set<Group> all = new TreeSet<>(dates.getOrDefault(date, Set.of()));
        all.addAll(groups);
        dates.put(date, all);
        ModelComparison compared = new ModelComparison(
                types,
                ofAsnAlone.contains(date),
                date,
                groups,
                rows,
                old.values(),
                clusters,
                people(then, dates).values());
        if (!force && compared.doubts() > 0) {
            return End.refused(compared.doubts());
        }
        imported.putAll(dates);
        said = then;
        if (group == Group.ASN) {
            ofAsnAlone.add(date);
        }
        return compared.end();
    }

    private static int twice(List<Written> rows) {
        Map<String, Written> byNumber = new HashMap<>();
        int twice = 0;
        for (Written row : rows) {
            for (String number : row.numbers()) {
                Written first = byNumber.putIfAbsent(number, row);
                twice += first != null && first.line() != row.line() ? 1 : 0;
            }
        }
        return twice;
    }

    /** @return how many of the clusters hold two rows of one person and date */
    private int then(LocalDate date, Set<Group> groups, List<Written> rows, ModelNumbers clusters, List<Said> then) {
        List<Said> all = new ArrayList<>();
        said.stream()
                .filter(one -> !one.date().equals(date) || !groups.contains(types.groupOf(one.version())))
                .forEach(one -> all.add(new Said(one.date(), one.version(), false)));
        rows.forEach(row -> all.add(new Said(date, row.version(), true)));
        Set<String> contradicting = new HashSet<>();
        byPerson(withoutTakenOver(date, all)).values().forEach(ofOne -> {
            Map<LocalDate, List<Said>> byDate = new TreeMap<>();
            ofOne.forEach(one ->
                    byDate.computeIfAbsent(one.date(), d -> new ArrayList<>()).add(one));
            byDate.values().forEach(ofDate -> {
                List<Said> now = ofDate.stream().filter(Said::now).toList();
                if (now.size() > 1 || ofDate.size() - now.size() > 1) {
                    contradicting.add(clusters.root(ofDate.get(0).version().no()));
                }
                then.add(now.isEmpty() ? ofDate.get(0) : now.get(0));
            });
        });
        return contradicting.size();
    }

    /** Where rows would be one person: of whom they take over on their date, only they say who is who. */
    private static List<Said> withoutTakenOver(LocalDate date, List<Said> all) {
        List<Said> left = new ArrayList<>();
        byPerson(all).values().forEach(ofOne -> {
            Set<String> named = new HashSet<>();
            ofOne.stream().filter(Said::now).forEach(one -> named.addAll(numbersOf(one.version())));
            boolean areSeveral = ofOne.stream().filter(Said::now).count() > 1;
            ofOne.stream()
                    .filter(one -> !areSeveral
                            || one.now()
                            || !one.date().equals(date)
                            || numbersOf(one.version()).stream().noneMatch(named::contains))
                    .forEach(left::add);
        });
        return left;
    }

    private static Map<String, List<Said>> byPerson(List<Said> said) {
        ModelNumbers same = new ModelNumbers();
        said.forEach(one -> same.join(numbersOf(one.version())));
        Map<String, List<Said>> byPerson = new LinkedHashMap<>();
        said.forEach(one -> byPerson.computeIfAbsent(same.root(one.version().no()), r -> new ArrayList<>())
                .add(one));
        return byPerson;
    }

    private Map<String, ModelPerson> people(List<Said> said, SortedMap<LocalDate, Set<Group>> imported) {
        TreeMap<String, ModelPerson> people = new TreeMap<>();
        byPerson(said).values().forEach(ofOne -> {
            Map<LocalDate, EmployeeVersion> named = new TreeMap<>();
            ofOne.forEach(one -> named.put(one.date(), one.version()));
            ModelPerson person = someone(named, imported);
            people.put(person.id(), person);
        });
        return people;
    }

    private ModelPerson someone(Map<LocalDate, EmployeeVersion> named, SortedMap<LocalDate, Set<Group>> imported) {
        List<Interval> intervals = new ArrayList<>();
        List<LocalDate> dates = new ArrayList<>(imported.keySet());
        dates.add(Interval.FOREVER);
        EmployeeVersion now = null;
        for (int i = 0; i < dates.size() - 1; i++) {
            Set<Group> groups = imported.getOrDefault(dates.get(i), Set.of());
            EmployeeVersion said = named.get(dates.get(i));
            now = said != null ? said : now != null && groups.contains(types.groupOf(now)) ? null : now;
            int last = intervals.size() - 1;
            if (now != null
                    && last >= 0
                    && intervals.get(last).to().equals(dates.get(i))
                    && intervals.get(last).version().equals(now)) {
                intervals.set(last, intervals.get(last).until(dates.get(i + 1)));
            } else if (now != null) {
                intervals.add(new Interval(dates.get(i), dates.get(i + 1), now));
            }
        }
        SortedMap<String, LocalDate> numbers = new TreeMap<>();
        intervals.forEach(interval ->
                numbersOf(interval.version()).forEach(number -> numbers.putIfAbsent(number, interval.from())));
        String id = intervals.get(0).version().no();
        numbers.remove(id);
        return new ModelPerson(id, intervals, numbers);
    }

    List<String> employees() {
        List<String> rows = new ArrayList<>();
        people(said, imported)
                .values()
                .forEach(person -> person.intervals()
                        .forEach(i -> rows.add(String.join(
                                " ",
                                i.version().agency(),
                                i.version().no(),
                                i.from().toString(),
                                i.to().toString(),
                                person.id(),
                                i.version().name(),
                                i.version().type(),
                                i.version().status(),
                                i.version().active() ? "1" : "0",
                                i.version().former()))));
        rows.sort(Comparator.naturalOrder());
        return rows;
    }

    List<String> numbers() {
        List<String> rows = new ArrayList<>();
        people(said, imported)
                .values()
                .forEach(person ->
                        person.otherNumbers().forEach((no, from) -> rows.add(no + " " + person.id() + " " + from)));
        rows.sort(Comparator.naturalOrder());
        return rows;
    }
}
