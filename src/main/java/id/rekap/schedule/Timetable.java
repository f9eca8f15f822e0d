package id.rekap.schedule;

import id.rekap.value.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** An hour of every day in a zone. One that a clock skips comes when the clock has been put forward. */
record Timetable(LocalTime time, ZoneId zone) {
    /** Is a date due before it has come, in summer or in winter? Then nobody runs it. */
    boolean isBeforeItsDay() {
        return Stream.of(LocalDate.of(2026, Month.JANUARY, 1), LocalDate.of(2026, Month.JULY, 1))
                .anyMatch(date ->
                        due(date).isBefore(date.atStartOfDay(BusinessDay.ZONE).toInstant()));
    }

    Instant due(LocalDate date) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    /** The last date that is due at an instant, or was before. */
    LocalDate lastDue(Instant now) {
        LocalDate day = now.atZone(zone).toLocalDate();
        return due(day).isAfter(now) ? day.minusDays(1) : day;
    }

    Instant nextDue(Instant now) {
        return due(lastDue(now).plusDays(1));
    }

    /** The dates that became due after one instant and up to another, the oldest first. */
    List<LocalDate> dueIn(Instant after, Instant upTo) {
        LocalDate from = lastDue(after).plusDays(1);
        LocalDate to = lastDue(upTo).plusDays(1);
        return from.isBefore(to) ? from.datesUntil(to).toList() : List.of();
    }

    /** The first time after a date is due that clocks show this hour. */
    Instant until(LocalDate date, LocalTime hour) {
        return (hour.isAfter(time) ? date : date.plusDays(1))
                .atTime(hour)
                .atZone(zone)
                .toInstant();
    }
}
