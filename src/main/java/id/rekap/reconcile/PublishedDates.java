package id.rekap.reconcile;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The dates before a set's own that the mandate had published when the set was, the oldest first: what nights open are counted
 * in. A date that was left out and is published later counts for the sets published after it, and for no set before.
 */
public record PublishedDates(List<LocalDate> dates) {

    /**
     * Those before a run's date.
     *
     * @param run of a set; where it is not published yet, all dates that are by now
     */
    public static PublishedDates before(long run, JdbcTemplate jdbc) {
        return new PublishedDates(jdbc.query("""
                select distinct earlier.business_date from run own
                join run earlier on earlier.mandate = own.mandate and earlier.state = 'PUBLISHED'
                  and earlier.business_date < own.business_date and earlier.publication < coalesce(own.publication, ?)
                where own.run_id = ? order by earlier.business_date""", (r, i) -> r.getObject(1, LocalDate.class), Integer.MAX_VALUE, run));
    }

    /** How many they are from one date on. */
    int since(LocalDate opened) {
        int at = Collections.binarySearch(dates, opened);
        return dates.size() - (at < 0 ? -at - 1 : at);
    }
}
