package id.rekap.claims;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** In which order a phone writes day, month and year. */
enum DateOrder {
    DAY_MONTH_YEAR,
    MONTH_DAY_YEAR,
    YEAR_MONTH_DAY;

    /** The date that a head means in this order, or null where there is no such day. */
    @Nullable
    LocalDate date(MessageHeader header) {
        if (header.form().yearFirst() != (this == YEAR_MONTH_DAY)) return null;
        int day = this == DAY_MONTH_YEAR ? header.first() : this == MONTH_DAY_YEAR ? header.second() : header.third();
        int month = this == MONTH_DAY_YEAR ? header.first() : header.second();
        if (month < 1 || month > 12 || day < 1 || header.year() < 1) return null;
        boolean exists = day <= 28 || YearMonth.of(header.year(), month).isValidDay(day);
        return exists ? LocalDate.of(header.year(), month, day) : null;
    }
}
