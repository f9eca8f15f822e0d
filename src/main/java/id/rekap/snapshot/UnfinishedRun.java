package id.rekap.snapshot;

import id.rekap.reconcile.RunRef;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A run that has not published its set.
 *
 * @param state of a run
 * @param failure in words without data, empty where it was stopped or its process has died
 */
public record UnfinishedRun(LocalDate date, int revision, String state, String failure) {
    /** More are seldom, and {@code runs} lists all. */
    private static final int MOST = 20;

    /** Of the mandate, from the last published date on until a night, the oldest first. */
    static List<UnfinishedRun> before(RunRef night, JdbcTemplate jdbc) {
        return jdbc.query(
                """
                select business_date, revision, state, coalesce(failure, '') failure from run
                where mandate = ? and state in ('STARTED', 'STOPPED', 'FAILED') and business_date < ?
                  and business_date >= coalesce((select p.business_date from run p where p.run_id = ?), '1000-01-01')
                order by business_date, revision limit ?""",
                (r, i) -> new UnfinishedRun(
                        r.getObject("business_date", LocalDate.class),
                        r.getInt("revision"),
                        r.getString("state"),
                        r.getString("failure")),
                night.mandate(),
                night.date(),
                night.previous(),
                MOST);
    }
}
