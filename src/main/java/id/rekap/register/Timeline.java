package id.rekap.register;

import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One person's intervals, and what an import of any date makes of them: the same as if all imports had come in the order
 * of their dates. Which later import named the person needs no record: it did if they stand in its group on its date.
 */
final class Timeline {
    private final Function<Standing, Group> groupOf;
    private final ImportDates dates;

    Timeline(Function<Standing, Group> groupOf, ImportDates dates) {
        this.groupOf = groupOf;
        this.dates = dates;
    }

    /**
     * @param old the person's intervals so far, in order
     * @param groups what the import is the whole register of
     * @param named what the import says of the person; null when they are not in it
     */
    List<Interval> after(List<Interval> old, LocalDate date, Set<Group> groups, @Nullable Standing named) {
        List<Interval> result = new ArrayList<>();
        for (Interval interval : old) {
            if (interval.from().isBefore(date)) {
                result.add(interval.to().isAfter(date) ? interval.until(date) : interval);
            }
        }
        EnumSet<Group> others = EnumSet.noneOf(Group.class);
        others.addAll(dates.on(date));
        others.removeAll(groups);
        Standing now = said(on(old, date.minusDays(1)), others, on(old, date));
        now = named != null ? named : said(now, groups, null);

        LocalDate since = date;
        for (Map.Entry<LocalDate, Set<Group>> later : dates.after(date)) {
            if (Objects.equals(now, on(old, since))) {
                break;
            }
            add(result, since, later.getKey(), now);
            since = later.getKey();
            now = said(now, later.getValue(), on(old, since));
        }
        if (Objects.equals(now, on(old, since))) {
            for (Interval interval : old) {
                if (interval.to().isAfter(since)) {
                    Interval rest = interval.from().isBefore(since) ? interval.since(since) : interval;
                    add(result, rest.from(), rest.to(), rest.standing());
                }
            }
        } else {
            add(result, since, Interval.FOREVER, now);
        }
        return result;
    }

    /** The standing after an import of these groups that left the person at {@code then}. */
    private @Nullable Standing said(@Nullable Standing before, Set<Group> groups, @Nullable Standing then) {
        if (then != null && groups.contains(groupOf.apply(then))) {
            return then;
        }
        return before != null && groups.contains(groupOf.apply(before)) ? null : before;
    }

    static @Nullable Standing on(List<Interval> intervals, LocalDate date) {
        for (Interval interval : intervals) {
            if (interval.holds(date)) {
                return interval.standing();
            }
        }
        return null;
    }

    private static void add(List<Interval> result, LocalDate from, LocalDate to, @Nullable Standing standing) {
        if (standing == null) {
            return;
        }
        Interval last = result.isEmpty() ? null : result.get(result.size() - 1);
        if (last != null && last.to().equals(from) && last.standing().equals(standing)) {
            result.set(result.size() - 1, last.until(to));
        } else {
            result.add(new Interval(from, to, standing));
        }
    }
}
