package id.rekap.register;

import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Brings the intervals and numbers of people up to what an import says of them, and remembers which agencies that touched. */
final class EmployeeWriter {
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

    /** Rows of people whom the register knows. */
    void rows(List<EmployeeRow> rows, Map<String, List<Interval>> old) {
        Changes changes = new Changes();
        for (EmployeeRow row : rows) {
            changes.person(row.anyPerson(), old.getOrDefault(row.anyPerson(), List.of()), row.standing());
        }
        changes.write();
    }

    /** People who are not in the import. */
    void ended(List<String> people) {
        Map<String, List<Interval>> old = store.of(people);
        Changes changes = new Changes();
        old.forEach((person, intervals) -> changes.person(person, intervals, null));
        changes.write();
        store.forgetPeople(forgotten);
        forgotten.clear();
    }

    void touched(Collection<String> agencies) {
        touched.addAll(agencies);
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
