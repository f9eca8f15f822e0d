package id.rekap.nightly;

import id.rekap.lock.LiveRuns;
import id.rekap.snapshot.Learnt;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs for people who look: what ran, what is running, and who owns it. */
public final class RunLog {
    private static final String RUNS = """
            select r.*, l.owner, l.host, l.pid, l.process_start, l.since, h.stop_asked,
              timestampdiff(second, h.beat_at, utc_timestamp(3)) as still,
              timestampdiff(microsecond, r.started_at, r.ended_at) / 1e6 as seconds
            from run r
            left join run_lock l on l.mandate = r.mandate and l.business_date = r.business_date and l.owner is not null
              and r.state <> 'PUBLISHED'
            left join heartbeat h on h.mandate = l.mandate and h.business_date = l.business_date and h.token = l.token
            order by r.business_date desc, r.mandate, r.revision desc""";

    private final JdbcTemplate jdbc;

    public RunLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A run as it is shown; instants are UTC.
     *
     * @param seconds from its first start to its end
     * @param owner of its lock, null where nobody owns it
     * @param beatSecondsAgo the owner's last sign of life
     * @param ownerLives it beats, and is not known to be dead
     * @param stopAsked somebody has asked it to stop
     * @param next what is safe to do
     * @param learnt what a revision knows that the first set of its date did not; null where it is nothing
     */
    public record Line(
            String run,
            String mandate,
            String date,
            int revision,
            String state,
            String startedAt,
            @Nullable String endedAt,
            @Nullable Double seconds,
            long rows,
            int due,
            int met,
            @Nullable String failure,
            @Nullable String owner,
            @Nullable String ownedSince,
            @Nullable Long beatSecondsAgo,
            boolean ownerLives,
            boolean stopAsked,
            String next,
            @Nullable Learnt learnt) {}

    /** A step of a run as Batch has recorded it. */
    public record StepLine(
            String step,
            String status,
            long read,
            long written,
            @Nullable Double seconds) {}

    /**
     * Dates with a published set, the oldest first, of any mandate.
     *
     * @param until the first date that does not count any more; null: none
     */
    public List<String> publishedDates(LocalDate from, @Nullable LocalDate until) {
        return jdbc.queryForList("""
                select distinct business_date from run where state = 'PUBLISHED' and business_date >= ?
                  and (? is null or business_date < ?) order by business_date""", String.class, from, until, until);
    }

    /** All of them, newest date first. */
    public List<Line> runs(String defaultMandate) {
        return jdbc.query(RUNS, (r, i) -> {
            String mandate = r.getString("mandate");
            String date = r.getString("business_date");
            Run.State state = Run.State.valueOf(r.getString("state"));
            String owner = r.getString("owner");
            boolean lives = owner != null && LiveRuns.isAlive(r);
            boolean stopAsked = lives && r.getBoolean("stop_asked");
            return new Line(
                    Run.name(mandate, date, r.getInt("revision"), defaultMandate),
                    mandate,
                    date,
                    r.getInt("revision"),
                    state.name(),
                    String.valueOf(r.getString("started_at")),
                    r.getString("ended_at"),
                    r.getObject("seconds", Double.class),
                    r.getLong("row_count"),
                    r.getInt("due"),
                    r.getInt("met"),
                    r.getString("failure"),
                    owner,
                    r.getString("since"),
                    owner == null ? null : r.getLong("still"),
                    lives,
                    stopAsked,
                    stopAsked
                            ? "wait: it was asked to stop and will at its next chunk"
                            : next(
                                    state,
                                    lives,
                                    " --date " + date
                                            + (mandate.equals(defaultMandate) ? "" : " --mandate " + mandate)),
                    Learnt.of(r.getString("learnt")));
        });
    }

    private static String next(Run.State state, boolean lives, String which) {
        return switch (state) {
            case PUBLISHED -> "nothing; ./rekap run" + which + " --again publishes a revision";
            case STARTED -> lives ? "wait" : "./rekap restart" + which;
            case STOPPED, FAILED -> lives ? "wait: it goes on by itself, or is ending" : "./rekap restart" + which;
        };
    }

    /** Steps of a run over all its attempts, in order. */
    public List<StepLine> steps(Line line) {
        return jdbc.query(
                """
                select s.STEP_NAME, s.STATUS, s.READ_COUNT, s.WRITE_COUNT,
                  timestampdiff(microsecond, s.START_TIME, s.END_TIME) / 1e6 as seconds
                from BATCH_STEP_EXECUTION s
                join BATCH_JOB_EXECUTION_PARAMS p on p.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID
                  and p.PARAMETER_NAME = 'run' and p.PARAMETER_VALUE = ?
                order by s.STEP_EXECUTION_ID""",
                (r, i) -> new StepLine(
                        r.getString(1), r.getString(2), r.getLong(3), r.getLong(4), r.getObject(5, Double.class)),
                line.mandate() + "/" + line.date() + "." + line.revision());
    }
}
