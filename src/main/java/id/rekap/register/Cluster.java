package id.rekap.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows of an import and the people of the register with whom they share numbers; mostly one of each.
 *
 * @param people by the number that they are called by
 */
record Cluster(List<EmployeeRow> rows, List<History> people) {
    List<EmployeeVersion> named() {
        return rows.stream().map(EmployeeRow::version).toList();
    }

    /** What the register says of each row's person on a date, in the order of the rows; null where it says nothing. */
    List<@Nullable EmployeeVersion> on(LocalDate date) {
        List<EmployeeVersion> version = new ArrayList<>(people.stream()
                .map(history -> on(history.intervals(), date))
                .filter(Objects::nonNull)
                .toList());
        Map<EmployeeRow, EmployeeVersion> found = new HashMap<>();
        for (EmployeeRow row : rows) {
            version.stream()
                    .filter(one -> one.no().equals(row.version().no()))
                    .findFirst()
                    .ifPresent(one -> found.put(row, one));
        }
        version.removeAll(found.values());
        List<@Nullable EmployeeVersion> all = new ArrayList<>();
        for (EmployeeRow row : rows) {
            EmployeeVersion same = found.get(row);
            all.add(same != null || version.isEmpty() ? same : version.remove(0));
        }
        return all;
    }

    static @Nullable EmployeeVersion on(List<Interval> intervals, LocalDate date) {
        return intervals.stream()
                .filter(interval -> interval.holds(date))
                .map(Interval::version)
                .findFirst()
                .orElse(null);
    }
}
