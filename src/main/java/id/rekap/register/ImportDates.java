package id.rekap.register;

import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The dates on which imports said who is in which group. */
final class ImportDates {
    private final NavigableMap<LocalDate, Set<Group>> byDate = new TreeMap<>();

    /** @param group null: the whole register */
    ImportDates with(LocalDate date, @Nullable Group group) {
        byDate.computeIfAbsent(date, d -> EnumSet.noneOf(Group.class)).addAll(groups(group));
        return this;
    }

    static Set<Group> groups(@Nullable Group group) {
        return group == null ? EnumSet.allOf(Group.class) : EnumSet.of(group);
    }

    /** This date, where it is one of them, and those after it. */
    SortedMap<LocalDate, Set<Group>> since(LocalDate date) {
        return byDate.tailMap(date, true);
    }

    /** From a date up to, not including, another. */
    SortedMap<LocalDate, Set<Group>> between(LocalDate from, LocalDate to) {
        return byDate.subMap(from, to);
    }

    /** The next one after a date. */
    Optional<LocalDate> after(LocalDate date) {
        return Optional.ofNullable(byDate.higherKey(date));
    }
}
