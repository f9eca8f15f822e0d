package id.rekap.nightly;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Keeps the connection of a chunk's transaction while the program works on a file or a list and asks the database nothing: the
 * server cuts a connection that is silent for longer than its wait_timeout. A process that is paused or dead has no pulse.
 */
final class ConnectionKeepAlive {
    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final int ANSWER_SECONDS = 10;
    /** A beat waits while its connection is busy with a statement, and those of other connections must not wait for it. */
    private static final int AT_ONCE = 8;

    private static final ScheduledExecutorService BEATS = Executors.newScheduledThreadPool(AT_ONCE, work -> {
        Thread thread = new Thread(work, "pulse");
        thread.setDaemon(true);
        return thread;
    });

    private ConnectionKeepAlive() {}

    static <T> T during(JdbcTemplate jdbc, Supplier<T> work) {
        return during(jdbc, BEAT, work);
    }

    static <T> T during(JdbcTemplate jdbc, Duration beat, Supplier<T> work) {
        var source = Objects.requireNonNull(jdbc.getDataSource());
        Connection connection = DataSourceUtils.getConnection(source);
        Future<?> beats = BEATS.scheduleWithFixedDelay(
                () -> beat(connection), beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return work.get();
        } finally {
            beats.cancel(false);
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static void beat(Connection connection) {
        try {
            connection.isValid(ANSWER_SECONDS);
        } catch (SQLException e) {
            // the chunk's own next statement says what is wrong
        }
    }
}
