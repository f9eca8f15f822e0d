package id.rekap.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rekap.database.Database;
import id.rekap.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** A chunk whose transaction asks nothing for longer than the server waits. */
class ConnectionKeepAliveTest {
    private static Database database;
    private static JdbcTemplate jdbc;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void open() {
        database = Database.open(Path.of("target"), TestServer.get().freshSchema(), 3);
        jdbc = new JdbcTemplate(database.dataSource());
        transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static int afterSilence(Runnable silence) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.execute("set session wait_timeout = 1");
            silence.run();
            Integer answer = jdbc.queryForObject("select 7", Integer.class);
            jdbc.execute("set session wait_timeout = 40");
            return Objects.requireNonNull(answer);
        }));
    }

    private static int silence() {
        try {
            Thread.sleep(3_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    @Test
    void keepsItsConnection() {
        assertThat(afterSilence(() ->
                        ConnectionKeepAlive.during(jdbc, Duration.ofMillis(300), ConnectionKeepAliveTest::silence)))
                .isEqualTo(7);
    }

    @Test
    void withoutPulseTheServerCutsIt() {
        assertThatThrownBy(() -> afterSilence(ConnectionKeepAliveTest::silence))
                .isInstanceOfAny(DataAccessException.class, TransactionException.class);
    }
}
