package id.rekap.register;

import java.time.LocalDate;

/** A version from a date up to, not including, another. */
record Interval(LocalDate from, LocalDate to, EmployeeVersion version) {
    static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    boolean holds(LocalDate date) {
        return !from.isAfter(date) && date.isBefore(to);
    }

    Interval until(LocalDate end) {
        return new Interval(from, end, version);
    }
}
