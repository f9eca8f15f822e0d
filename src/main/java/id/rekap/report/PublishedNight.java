package id.rekap.report;

import id.rekap.snapshot.Headline;
import id.rekap.snapshot.Learnt;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A published set as the database knows it, with its compliance of all.
 *
 * @param known somebody's position was known
 * @param headline what was said first of it
 * @param learnt what a revision knows that the first set of its date did not; null where it is nothing
 */
public record PublishedNight(
        LocalDate date,
        int revision,
        int due,
        int met,
        boolean known,
        Headline headline,
        @Nullable Learnt learnt) {}
