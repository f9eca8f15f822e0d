package id.rekap.snapshot;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The dates before a set's own that the mandate had published when the set was, the oldest first: what nights open are counted
 * in. A date that was left out and is published later counts for the sets published after it, and for no set before.
 */
record PublishedDates(List<LocalDate> dates) {

    /** Of a run that is not published yet: all that there are by now. */
    static PublishedDates before(RunRef run, JdbcTemplate jdbc) {
        return new PublishedDates(jdbc.query(
                """
                select distinct business_date from run
                where mandate = ? and state = 'PUBLISHED' and business_date < ?
                  and publication < coalesce((select p.publication from run p where p.run_id = ?), ?)
                order by business_date""",
                (r, i) -> r.getObject(1, LocalDate.class),
                run.mandate(),
                run.date(),
                run.id(),
                Integer.MAX_VALUE));
    }

    /** How many they are from one date on. */
    int since(LocalDate opened) {
        int at = Collections.binarySearch(dates, opened);
        return dates.size() - (at < 0 ? -at - 1 : at);
    }
}
