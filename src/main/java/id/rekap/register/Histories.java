package id.rekap.register;

import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an import makes of people who share numbers with its rows: the same as if all imports had come in the order of their
 * dates. Who is one person follows from the numbers that imports name together, whichever came first. What other imports
 * said needs no record: whoever stands on an import's date in its group was named by it.
 */
final class Histories {
    private final Function<EmployeeVersion, Group> groupOf;
    private final ImportDates dates;
    private final LocalDate date;
    private final Set<Group> groups;
    private final boolean isNewest;

    /**
     * Of an import.
     *
     * @param dates of all imports, this one included
     * @param groups what it is the whole register of
     */
    Histories(Function<EmployeeVersion, Group> groupOf, ImportDates dates, LocalDate date, Set<Group> groups) {
        this.groupOf = groupOf;
        this.dates = dates;
        this.date = date;
        this.groups = groups;
        this.isNewest = dates.after(date).isEmpty();
    }

    /** What an import said of a person, whether it is this one. */
    private record Said(LocalDate date, EmployeeVersion version, boolean now) {
        List<String> numbers() {
            List<String> numbers = new ArrayList<>(version.formerNumbers());
            numbers.add(version.no());
            return numbers;
        }
    }

    /** Two versions on one date under numbers that are said to be one person's. */
    static final class Contradiction extends Exception {
        private static final long serialVersionUID = 1;

        final transient LocalDate on;
        final transient String one;
        final transient String other;

        Contradiction(LocalDate on, String one, String other) {
            super("Two numbers of one person are current on one date", null, false, false);
            this.on = on;
            this.one = one;
            this.other = other;
        }
    }

    /**
     * The people as they are then.
     *
     * @param old those of the register who share numbers with the rows
     * @param named what the import's rows say
     */
    List<History> after(Collection<History> old, Collection<EmployeeVersion> named) throws Contradiction {
        if (isNewest && old.size() == 1 && named.size() <= 1) {
            List<Interval> then = old.iterator().next().intervals();
            if (then.get(then.size() - 1).from().isBefore(date)) {
                return List.of(History.of(appended(then, named)));
            }
        }
        List<Said> said = new ArrayList<>();
        for (History history : old) {
            history.intervals().forEach(interval -> before(interval, said));
        }
        named.forEach(version -> said.add(new Said(date, version, true)));
        List<History> after = new ArrayList<>();
        for (List<Said> ofOne : people(said)) {
            NavigableMap<LocalDate, Said> heard = inOrder(ofOne);
            // what this import takes over no longer says which numbers are one person's
            Collection<List<Said>> people =
                    heard.size() == ofOne.size() ? List.of(ofOne) : byPerson(List.copyOf(heard.values()));
            for (List<Said> person : people) {
                after.add(History.of(intervals(inOrder(person))));
            }
        }
        return after;
    }

    /** What the newest import makes of one person of whom no import of its date has said anything new: mostly all there is. */
    private List<Interval> appended(List<Interval> intervals, Collection<EmployeeVersion> named) {
        List<Interval> appended = new ArrayList<>(intervals);
        Interval last = intervals.get(intervals.size() - 1);
        @Nullable
        EmployeeVersion now = named.isEmpty() ? null : named.iterator().next();
        boolean goesOn = !last.to().isBefore(date) && last.version().equals(now);
        if (goesOn) {
            appended.set(appended.size() - 1, last.until(Interval.FOREVER));
            return appended;
        }
        if (last.holds(date) && (now != null || groups.contains(groupOf.apply(last.version())))) {
            appended.set(appended.size() - 1, last.until(date));
        }
        if (now != null) {
            appended.add(new Interval(date, Interval.FOREVER, now));
        }
        return appended;
    }

    /** What imports said by an interval; this import's date and groups are said anew. */
    private void before(Interval interval, List<Said> said) {
        Group group = groupOf.apply(interval.version());
        dates.between(interval.from(), interval.to()).forEach((on, imported) -> {
            boolean isSaidAnew = on.equals(date) && groups.contains(group);
            if (imported.contains(group) && !isSaidAnew) {
                said.add(new Said(on, interval.version(), false));
            }
        });
    }

    /**
     * As numbers say that are named together. Where that makes one person of several rows, those whom the rows take over of
     * another import of the date say no longer which numbers are one person's.
     */
    private Collection<List<Said>> people(List<Said> said) {
        List<List<Said>> people = new ArrayList<>();
        for (List<Said> ofOne : byPerson(said)) {
            Set<String> named = ofOne.stream()
                    .filter(Said::now)
                    .flatMap(one -> one.numbers().stream())
                    .collect(Collectors.toSet());
            if (ofOne.stream().filter(Said::now).count() < 2) {
                people.add(ofOne);
            } else {
                people.addAll(byPerson(ofOne.stream()
                        .filter(one -> one.now()
                                || !one.date().equals(date)
                                || one.numbers().stream().noneMatch(named::contains))
                        .toList()));
            }
        }
        return people;
    }

    /** Mostly all of it is of one. */
    private static Collection<List<Said>> byPerson(List<Said> said) {
        Map<String, String> same = new HashMap<>();
        for (Said one : said) {
            String first = root(same, one.version().no());
            for (String former : one.version().formerNumbers()) {
                same.put(root(same, former), first);
                first = root(same, first);
            }
        }
        Map<String, List<Said>> byPerson = new TreeMap<>();
        said.forEach(one -> byPerson.computeIfAbsent(root(same, one.version().no()), r -> new ArrayList<>())
                .add(one));
        return byPerson.values();
    }

    private static String root(Map<String, String> same, String number) {
        String root = number;
        for (String next = same.getOrDefault(root, root); !next.equals(root); next = same.getOrDefault(root, root)) {
            root = next;
        }
        return root;
    }

    /** This import takes over whom another one of its date has in the other group. */
    private static NavigableMap<LocalDate, Said> inOrder(List<Said> said) throws Contradiction {
        NavigableMap<LocalDate, Said> inOrder = new TreeMap<>();
        for (Said one : said) {
            Said other = inOrder.put(one.date(), one);
            if (other != null && other.now() == one.now()) {
                throw new Contradiction(
                        one.date(), other.version().no(), one.version().no());
            }
        }
        return inOrder;
    }

    private List<Interval> intervals(NavigableMap<LocalDate, Said> said) {
        List<Interval> intervals = new ArrayList<>();
        @Nullable EmployeeVersion now = null;
        @Nullable LocalDate since = null;
        for (Map.Entry<LocalDate, Set<Group>> imported :
                dates.since(said.firstKey()).entrySet()) {
            Said named = said.get(imported.getKey());
            EmployeeVersion next = named == null ? now : named.version();
            if (named == null && now != null && imported.getValue().contains(groupOf.apply(now))) {
                next = null;
            }
            if (next == null ? now != null : !next.equals(now)) {
                if (now != null && since != null) {
                    intervals.add(new Interval(since, imported.getKey(), now));
                }
                now = next;
                since = imported.getKey();
            }
        }
        if (now != null && since != null) {
            intervals.add(new Interval(since, Interval.FOREVER, now));
        }
        return intervals;
    }
}
