package id.rekap.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Brings the intervals and numbers of people up to what an import says of them, and remembers what that touched. */
final class EmployeeWriter {
    private final EmployeeStore store;
    /** Agencies, and the first date on which something of theirs is another. */
    private final Map<String, LocalDate> touched = new TreeMap<>();

    private final List<EmployeeStore.Stored> gone = new ArrayList<>();
    private final List<EmployeeStore.Stored> written = new ArrayList<>();
    private final List<String> numbersGone = new ArrayList<>();
    private final List<EmployeeStore.Known> numbersWritten = new ArrayList<>();

    EmployeeWriter(EmployeeStore store) {
        this.store = store;
    }

    Map<String, LocalDate> touched() {
        return touched;
    }

    void touch(String agency, LocalDate from) {
        touched.merge(agency, from, (a, b) -> a.isBefore(b) ? a : b);
    }

    /** People who were, and who they are now. */
    void people(Collection<History> before, Collection<History> after) {
        intervals(before, after);
        numbers(before, after);
        if (written.size() + gone.size() >= Staging.PAGE) {
            flush();
        }
    }

    /** What is gone goes first: a number or a place in time may have got another person. */
    void flush() {
        batch(gone, store::delete);
        batch(numbersGone, store::forget);
        batch(written, store::write);
        batch(numbersWritten, store::know);
    }

    private static <T> void batch(List<T> all, java.util.function.Consumer<List<T>> into) {
        if (!all.isEmpty()) {
            into.accept(all);
            all.clear();
        }
    }

    private record Key(String agency, String no, LocalDate from, String person) {
        static Key of(EmployeeStore.Stored stored) {
            EmployeeVersion version = stored.interval().version();
            return new Key(version.agency(), version.no(), stored.interval().from(), stored.person());
        }
    }

    private void intervals(Collection<History> before, Collection<History> after) {
        Set<EmployeeStore.Stored> old = stored(before);
        Set<EmployeeStore.Stored> changed = new HashSet<>(old);
        Set<Key> keys = new HashSet<>();
        for (EmployeeStore.Stored now : stored(after)) {
            keys.add(Key.of(now));
            if (!old.remove(now)) {
                written.add(now);
                changed.add(now);
            } else {
                changed.remove(now);
            }
        }
        old.stream().filter(was -> !keys.contains(Key.of(was))).forEach(gone::add);
        touchIntervals(changed, old);
    }

    private static Set<EmployeeStore.Stored> stored(Collection<History> people) {
        Set<EmployeeStore.Stored> stored = new HashSet<>();
        people.forEach(person -> person.intervals()
                .forEach(interval -> stored.add(new EmployeeStore.Stored(person.person(), interval))));
        return stored;
    }

    /** A person as the register has them for some time. */
    private record Being(String person, EmployeeVersion version) {
        static Being of(EmployeeStore.Stored stored) {
            return new Being(stored.person(), stored.interval().version());
        }
    }

    /**
     * Touched are the agencies of whoever is another one, from the first date on which they are.
     *
     * @param changed intervals that were and are no more, and those that are new
     * @param old the first of these
     */
    private void touchIntervals(Set<EmployeeStore.Stored> changed, Set<EmployeeStore.Stored> old) {
        TreeSet<LocalDate> bounds = new TreeSet<>();
        for (EmployeeStore.Stored one : changed) {
            bounds.add(one.interval().from());
            bounds.add(one.interval().to());
        }
        for (LocalDate from : bounds.headSet(Interval.FOREVER)) {
            Set<Being> was = new HashSet<>();
            Set<Being> is = new HashSet<>();
            for (EmployeeStore.Stored one : changed) {
                if (one.interval().holds(from)) {
                    (old.contains(one) ? was : is).add(Being.of(one));
                }
            }
            was.stream().filter(being -> !is.contains(being)).forEach(being -> touch(being, from));
            is.stream().filter(being -> !was.contains(being)).forEach(being -> touch(being, from));
        }
    }

    private void touch(Being being, LocalDate from) {
        touch(being.version().agency(), from);
    }

    private void numbers(Collection<History> before, Collection<History> after) {
        Map<String, EmployeeStore.Known> old = known(before);
        Map<String, EmployeeStore.Known> now = known(after);
        old.forEach((no, known) -> {
            if (!known.equals(now.get(no))) {
                numbersGone.add(no);
                touchNumber(known, before);
            }
        });
        now.forEach((no, known) -> {
            if (!known.equals(old.get(no))) {
                numbersWritten.add(known);
                touchNumber(known, after);
            }
        });
    }

    private static SortedMap<String, EmployeeStore.Known> known(Collection<History> people) {
        SortedMap<String, EmployeeStore.Known> known = new TreeMap<>();
        people.forEach(person -> person.otherNumbers()
                .forEach((no, from) -> known.put(no, new EmployeeStore.Known(no, person.person(), from))));
        return known;
    }

    /** Wherever the person is from then on, a list may use the number. */
    private void touchNumber(EmployeeStore.Known number, Collection<History> people) {
        for (History history : people) {
            if (history.person().equals(number.person())) {
                for (Interval interval : history.intervals()) {
                    if (interval.to().isAfter(number.from())) {
                        LocalDate from = interval.from().isAfter(number.from()) ? interval.from() : number.from();
                        touch(interval.version().agency(), from);
                    }
                }
            }
        }
    }
}
