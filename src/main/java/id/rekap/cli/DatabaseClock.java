package id.rekap.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The database's clock: hosts whose own clocks differ agree by it. While the database is away, this machine's, as far ahead or
 * behind as it was found to be.
 */
final class DatabaseClock extends Clock implements com.github.kagkarlsson.scheduler.Clock {
    private final JdbcTemplate jdbc;
    private final Clock machine;
    private volatile Duration ahead = Duration.ZERO;
    private volatile boolean isAway;

    DatabaseClock(JdbcTemplate jdbc, Clock machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    @Override
    public Instant now() {
        return instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Instants only");
    }

    @Override
    public Instant instant() {
        try {
            LocalDateTime utc = jdbc.queryForObject("select utc_timestamp(6)", LocalDateTime.class);
            Instant now = Objects.requireNonNull(utc).toInstant(ZoneOffset.UTC);
            ahead = Duration.between(machine.instant(), now);
            isAway = false;
            return now;
        } catch (DataAccessException e) {
            isAway = true;
            return machine.instant().plus(ahead);
        }
    }

    /** Did the database not answer when it was asked last? */
    boolean isAway() {
        return isAway;
    }
}
