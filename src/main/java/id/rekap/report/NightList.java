package id.rekap.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What the lists of nights are made of when a date is published: no more than they show, however many nights there are.
 *
 * @param newest every revision of the newest {@link #NEWEST} dates, and of one more where there are more, in no order
 * @param month of the published date
 * @param ofMonth every revision of that month, in no order
 * @param missed dates of the last two months that the schedule could not run, and nobody has since, newest first
 */
public record NightList(
        List<PublishedNight> newest, YearMonth month, List<PublishedNight> ofMonth, List<LocalDate> missed) {
    /** So many dates the first page lists; older ones stand on the pages of their months. */
    public static final int NEWEST = 60;
}
