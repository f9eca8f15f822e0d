package id.rekap.register;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What imports make of a register, one row and one person after the other and all of it in memory. */
final class RegisterModel {
    private final Types types;
    private final ImportDates dates = new ImportDates();
    private final Map<LocalDate, Boolean> ofAsnAlone = new HashMap<>();
    private final TreeMap<String, List<Interval>> people = new TreeMap<>();
    private final TreeMap<String, Known> numbers = new TreeMap<>();
    private final TreeSet<String> touched = new TreeSet<>();
    private final TreeSet<String> touches = new TreeSet<>();

    /** Numbers that are not their person's own first, or were named as a former one. */
    private record Known(String person, LocalDate knownFrom) {}

    /** Every number that is known, own first numbers included. */
    private Map<String, Known> known() {
        TreeMap<String, Known> known = new TreeMap<>(numbers);
        people.forEach((person, intervals) -> intervals.stream()
                .filter(interval -> interval.standing().no().equals(person))
                .forEach(interval -> known.merge(
                        person,
                        new Known(person, interval.from()),
                        (a, b) -> a.knownFrom().isAfter(b.knownFrom()) ? b : a)));
        return known;
    }

    /** A row as a file has it. */
    record Written(int line, Standing standing, List<String> former) {
        List<String> claims() {
            List<String> claims = new ArrayList<>(List.of(standing.no()));
            claims.addAll(former);
            return claims;
        }
    }

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
        this.types = new Types(mandate);
    }

    End imported(LocalDate date, @Nullable Group group, boolean force, List<Written> rows) {
        Map<String, Written> byNumber = new HashMap<>();
        int twice = 0;
        for (Written row : rows) {
            for (String number : row.claims()) {
                Written first = byNumber.putIfAbsent(number, row);
                twice += first != null && first.line() != row.line() ? 1 : 0;
            }
        }
        Map<Integer, String> persons = new HashMap<>();
        int conflicts = conflicts(byNumber, persons);
        if (twice + conflicts > 0) {
            return End.refused(twice + conflicts);
        }
        Map<String, Written> byPerson = new LinkedHashMap<>();
        rows.forEach(row -> byPerson.put(personOf(row, persons), row));
        return apply(date, group, force, byPerson);
    }

    private int conflicts(Map<String, Written> byNumber, Map<Integer, String> persons) {
        int conflicts = 0;
        Map<String, Integer> lines = new HashMap<>();
        for (Map.Entry<String, Known> known : known().entrySet()) {
            Written row = byNumber.get(known.getKey());
            if (row == null) {
                continue;
            }
            String person = known.getValue().person();
            String other = persons.putIfAbsent(row.line(), person);
            if (other != null && !other.equals(person)) {
                conflicts++;
                continue;
            }
            Written named = byNumber.get(person);
            Integer line = named != null ? Integer.valueOf(named.line()) : lines.putIfAbsent(person, row.line());
            conflicts += line != null && line != row.line() ? 1 : 0;
        }
        return conflicts;
    }

    /** Whose own first number was withdrawn is still called by it. */
    private String personOf(Written row, Map<Integer, String> persons) {
        return persons.getOrDefault(row.line(), row.standing().no());
    }

    private End apply(LocalDate date, @Nullable Group group, boolean force, Map<String, Written> rows) {
        Set<Group> groups = ImportDates.groups(group);
        List<String> ended = new ArrayList<>();
        int changed = 0;
        int unchanged = 0;
        int active = 0;
        int endedActive = 0;
        int contradictions = 0;
        for (Map.Entry<String, List<Interval>> person : people.entrySet()) {
            Standing was = Timeline.on(person.getValue(), date);
            if (was == null) {
                continue;
            }
            boolean inGroups = groups.contains(types.groupOf(was));
            active += inGroups && was.active() ? 1 : 0;
            Written row = rows.get(person.getKey());
            if (row == null && inGroups) {
                ended.add(person.getKey());
                endedActive += was.active() ? 1 : 0;
            } else if (row != null && row.standing().equals(was)) {
                unchanged++;
            } else if (row != null) {
                changed++;
                boolean fromAsn = types.groupOf(was) == Group.ASN && was.active();
                contradictions += !inGroups && fromAsn && ofAsnAlone.containsKey(date) ? 1 : 0;
            }
        }
        int doubts = contradictions + (endedActive * 10 > active ? 1 : 0);
        if (!force && doubts > 0) {
            return End.refused(doubts);
        }
        int stillThere = write(date, groups, rows, ended);
        dates.with(date, group);
        touched.forEach(agency -> dates.since(date).forEach(on -> touches.add(agency + " " + on)));
        touched.clear();
        if (group == Group.ASN) {
            ofAsnAlone.put(date, true);
        }
        return new End(
                rows.size() - changed - unchanged, changed + stillThere, ended.size() - stillThere, unchanged, 0);
    }

    private int write(LocalDate date, Set<Group> groups, Map<String, Written> rows, List<String> ended) {
        Timeline timeline = new Timeline(types::groupOf, dates);
        Map<String, Known> before = known();
        rows.forEach((person, row) -> {
            List<Interval> old = people.getOrDefault(person, List.of());
            if (!row.standing().equals(Timeline.on(old, date))) {
                put(person, timeline.after(old, date, groups, row.standing()));
            }
        });
        int stillThere = 0;
        for (String person : ended) {
            List<Interval> now = timeline.after(people.getOrDefault(person, List.of()), date, groups, null);
            stillThere += Timeline.on(now, date) == null ? 0 : 1;
            put(person, now);
            if (now.isEmpty()) {
                people.remove(person);
                numbers.values().removeIf(number -> number.person().equals(person));
            }
        }
        rows.forEach((person, row) -> know(person, row, date, before));
        return stillThere;
    }

    private void put(String person, List<Interval> now) {
        List<Interval> old = people.getOrDefault(person, List.of());
        old.stream()
                .filter(i -> !now.contains(i))
                .forEach(i -> touched.add(i.standing().agency()));
        now.stream()
                .filter(i -> !old.contains(i))
                .forEach(i -> touched.add(i.standing().agency()));
        people.put(person, now);
    }

    private void know(String person, Written row, LocalDate date, Map<String, Known> before) {
        for (String number : row.claims()) {
            Known known = before.get(number);
            if (known == null || known.knownFrom().isAfter(date)) {
                touched.add(row.standing().agency());
            }
            boolean isOwn =
                    number.equals(person) && number.equals(row.standing().no());
            Known written = numbers.get(number);
            if (!isOwn && (written == null || written.knownFrom().isAfter(date))) {
                numbers.put(number, new Known(person, date));
            }
        }
        List<String> unnamed = numbers.entrySet().stream()
                .filter(n -> n.getValue().person().equals(person)
                        && n.getValue().knownFrom().equals(date))
                .map(Map.Entry::getKey)
                .filter(number -> !row.claims().contains(number))
                .toList();
        for (String number : unnamed) {
            touched.add(row.standing().agency());
            people.getOrDefault(person, List.of()).stream()
                    .filter(interval -> interval.to().isAfter(date))
                    .forEach(interval -> touched.add(interval.standing().agency()));
            boolean isNamed = people.getOrDefault(person, List.of()).stream()
                    .anyMatch(interval -> interval.standing().no().equals(number));
            if (!isNamed) {
                numbers.remove(number);
            }
        }
    }

    /** Agencies that imports touched since it was asked last, and the dates on which what they say of them may differ. */
    List<String> touches() {
        List<String> since = List.copyOf(touches);
        touches.clear();
        return since;
    }

    List<String> employees() {
        List<String> rows = new ArrayList<>();
        people.forEach((person, intervals) -> intervals.forEach(i -> rows.add(String.join(
                " ",
                i.standing().agency(),
                i.standing().no(),
                i.from().toString(),
                i.to().toString(),
                person,
                i.standing().name(),
                i.standing().type(),
                i.standing().status(),
                i.standing().active() ? "1" : "0"))));
        rows.sort(Comparator.naturalOrder());
        return rows;
    }

    List<String> numbers() {
        return numbers.entrySet().stream()
                .map(n -> n.getKey() + " " + n.getValue().person() + " "
                        + n.getValue().knownFrom())
                .toList();
    }
}
