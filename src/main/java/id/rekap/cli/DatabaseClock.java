package id.rekap.cli;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The database's clock: hosts whose own clocks differ agree by it. While the database is away, this machine's, as far ahead or
 * behind as it was found to be.
 */
final class DatabaseClock implements Clock {
    private final JdbcTemplate jdbc;
    private final java.time.Clock machine;
    private volatile Duration ahead = Duration.ZERO;
    private volatile boolean isAway;

    DatabaseClock(JdbcTemplate jdbc, java.time.Clock machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    @Override
    public Instant now() {
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
