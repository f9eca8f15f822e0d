package id.rekap.report;

import java.time.LocalDate;

/**
 * A published set as the database knows it, with its compliance of all.
 *
 * @param known somebody's position was known
 */
public record PublishedNight(LocalDate date, int revision, int due, int met, boolean known) {}
