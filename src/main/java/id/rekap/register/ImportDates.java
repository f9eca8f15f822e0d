package id.rekap.register;

import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.NavigableMap;
import java.util.Set;
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

    Set<Group> on(LocalDate date) {
        return byDate.getOrDefault(date, Set.of());
    }

    Set<java.util.Map.Entry<LocalDate, Set<Group>>> after(LocalDate date) {
        return byDate.tailMap(date, false).entrySet();
    }

    /** This date, where it is one of them, and those after it. */
    Set<LocalDate> since(LocalDate date) {
        return byDate.tailMap(date, true).keySet();
    }
}
