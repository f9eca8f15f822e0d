package id.rekap.lock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Dates that a living process owns, as another process sees them. */
public final class LiveRuns {
    private static final String OWNED = """
            select l.*, timestampdiff(second, h.beat_at, utc_timestamp(3)) as still
            from run_lock l
            join heartbeat h on h.mandate = l.mandate and h.business_date = l.business_date and h.token = l.token
            where l.owner is not null and (? is null or l.mandate = ?) and (? is null or l.business_date = ?)
            order by l.business_date, l.mandate""";

    private final JdbcTemplate jdbc;

    public LiveRuns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An owner and what it owns.
     *
     * @param token of the lock: tells this owner from the next one
     */
    public record Live(String mandate, LocalDate date, long token, String owner) {}

    /** Those of a mandate and a date; null means any. */
    public List<Live> of(@Nullable String mandate, @Nullable LocalDate date) {
        return jdbc
                .query(
                        OWNED,
                        (r, i) -> isAlive(r)
                                ? Optional.of(new Live(
                                        r.getString("mandate"),
                                        r.getObject("business_date", LocalDate.class),
                                        r.getLong("token"),
                                        r.getString("owner")))
                                : Optional.<Live>empty(),
                        mandate,
                        mandate,
                        date,
                        date)
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Is the owner of a row of run_lock not known to be dead on this machine, and its heartbeat younger than the lease? */
    public static boolean isAlive(ResultSet lock) throws SQLException {
        LockOwner owner = new LockOwner(lock.getString("host"), lock.getLong("pid"), lock.getLong("process_start"));
        return lock.getLong("still") < RunLock.LEASE.toSeconds() && !owner.isKnownDead();
    }

    /** Asks an owner to stop at its next chunk. The wish dies with the owner: the next one has another token. */
    public void askToStop(Live run) {
        jdbc.update(
                "update heartbeat set stop_asked = true where mandate = ? and business_date = ? and token = ?",
                run.mandate(),
                run.date(),
                run.token());
    }

    /** Does that process own it no longer, or live no longer? Its next attempt has another token. */
    public boolean isOver(Live run) {
        return of(run.mandate(), run.date()).stream()
                .noneMatch(now -> now.owner().equals(run.owner()));
    }
}
