package id.rekap.register;

import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Brings the intervals and numbers of people up to what an import says of them, and remembers which agencies that touched. */
final class EmployeeWriter {
    private static final int CHUNK = 2000;

    private final EmployeeStore store;
    private final Timeline timeline;
    private final LocalDate date;
    private final Set<Group> groups;
    private final Set<String> touched = new TreeSet<>();
    private final List<String> forgotten = new ArrayList<>();
    private int stillThere;

    EmployeeWriter(EmployeeStore store, Timeline timeline, LocalDate date, Set<Group> groups) {
        this.store = store;
        this.timeline = timeline;
        this.date = date;
        this.groups = groups;
    }

    /** Rows of people who are new, came back or are changed. */
    void rows(List<EmployeeRow> rows) {
        for (int start = 0; start < rows.size(); start += CHUNK) {
            List<EmployeeRow> chunk = rows.subList(start, Math.min(rows.size(), start + CHUNK));
            List<String> known = chunk.stream()
                    .filter(row -> row.person != null)
                    .map(EmployeeRow::person)
                    .toList();
            Map<String, List<Interval>> old = known.isEmpty() ? Map.of() : store.of(known);
            Changes changes = new Changes();
            for (EmployeeRow row : chunk) {
                changes.person(row.person(), old.getOrDefault(row.person(), List.of()), row.standing);
            }
            changes.write();
        }
    }

    /** People who are not in the import. */
    void ended(List<String> people) {
        for (int start = 0; start < people.size(); start += CHUNK) {
            Map<String, List<Interval>> old = store.of(people.subList(start, Math.min(people.size(), start + CHUNK)));
            Changes changes = new Changes();
            old.forEach((person, intervals) -> changes.person(person, intervals, null));
            changes.write();
        }
        store.forgetPeople(forgotten);
    }

    /** Numbers that the import names for the first time, or does not name again on the date it first did. */
    void numbers(EmployeeRows rows) {
        List<EmployeeStore.Known> numbers = new ArrayList<>();
        for (EmployeeRow row : rows.all()) {
            int before = numbers.size();
            if (!row.known) {
                numbers.add(new EmployeeStore.Known(row.standing.no(), row.person()));
            }
            row.former.forEach(former -> numbers.add(new EmployeeStore.Known(former, row.person())));
            if (numbers.size() > before) {
                touched.add(row.standing.agency());
            }
        }
        // In the order of their index, so that a small buffer pool is enough.
        numbers.sort(Comparator.comparing(EmployeeStore.Known::no));
        store.know(numbers, date);
        Map<String, String> withdrawn = rows.withdrawn();
        withdrawn.values().forEach(person -> {
            EmployeeRow row = rows.ofPerson(person);
            if (row != null) {
                touched.add(row.standing.agency());
            }
        });
        store.forget(withdrawn.keySet());
    }

    Set<String> touched() {
        return touched;
    }

    /** People who are not in the import and yet stand in the other group again: only this date's import had moved them. */
    int stillThere() {
        return stillThere;
    }

    private final class Changes {
        private final List<EmployeeStore.Stored> gone = new ArrayList<>();
        private final List<EmployeeStore.Stored> written = new ArrayList<>();

        void person(String person, List<Interval> old, @Nullable Standing named) {
            List<Interval> now = timeline.after(old, date, groups, named);
            if (named == null && Timeline.on(now, date) != null) {
                stillThere++;
            }
            if (now.isEmpty()) {
                forgotten.add(person);
            }
            Set<Interval> before = new HashSet<>(old);
            Set<Key> keys = new HashSet<>();
            for (Interval interval : now) {
                keys.add(Key.of(interval));
                if (!before.remove(interval)) {
                    written.add(new EmployeeStore.Stored(person, interval));
                    touched.add(interval.standing().agency());
                }
            }
            for (Interval interval : before) {
                touched.add(interval.standing().agency());
                if (!keys.contains(Key.of(interval))) {
                    gone.add(new EmployeeStore.Stored(person, interval));
                }
            }
        }

        void write() {
            batch(gone, store::delete);
            batch(written, store::write);
        }

        private void batch(
                List<EmployeeStore.Stored> intervals,
                java.util.function.Consumer<Collection<EmployeeStore.Stored>> into) {
            if (!intervals.isEmpty()) {
                into.accept(intervals);
            }
        }
    }

    private record Key(String agency, String no, LocalDate from) {
        static Key of(Interval interval) {
            return new Key(interval.standing().agency(), interval.standing().no(), interval.from());
        }
    }
}
