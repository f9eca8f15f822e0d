package id.rekap.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rekap.database.Database;
import id.rekap.database.Schema;
import id.rekap.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who owns the inbox, as runs of two mandates see it. */
class InboxLockTest {
    private static final LocalDate DATE = LocalDate.of(2020, 7, 29);
    private static final Duration SOON = Duration.ofMillis(300);

    private static Database database;
    private static JdbcTemplate jdbc;

    private final List<String> said = new ArrayList<>();
    private RunLock first;
    private RunLock second;
    private InboxLock owned;

    @BeforeAll
    static void open() {
        database = Database.open(Path.of("target"), TestServer.get().freshDatabase(), 8);
        Schema.migrate(database.dataSource());
        jdbc = new JdbcTemplate(database.dataSource());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void firstOwnsIt() {
        first = RunLock.take(database.dataSource(), "m1", DATE, null, said::add);
        second = RunLock.take(database.dataSource(), "m2", DATE, null, said::add);
        owned = take(first).orElseThrow();
    }

    @AfterEach
    void end() {
        first.close();
        second.close();
    }

    private Optional<InboxLock> take(RunLock run) {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        return InboxLock.take(jdbc, transaction, run, SOON, said::add);
    }

    @Test
    void whoHasWaitedLongEnoughSaysForWhom() {
        assertThatThrownBy(() -> take(second))
                .isInstanceOf(LockHeld.class)
                .hasMessageContaining("the run of 2020-07-29 of m1 (pid "
                        + ProcessHandle.current().pid());
        assertThat(said).singleElement().asString().contains("The inbox belongs to the run of 2020-07-29 of m1 (pid ");
        owned.check();
    }

    @Test
    void isFreeWhenItsOwnerHasTakenItsFiles() {
        owned.close();
        InboxLock next = take(second).orElseThrow();
        assertThat(next.token()).isGreaterThan(owned.token());
        // who closes late does not take it away from the next
        owned.close();
        next.check();
    }

    @Test
    void endsWithTheRunOfItsOwner() {
        first.close();
        take(second).orElseThrow().check();
        assertThatThrownBy(owned::check).isInstanceOf(LockLost.class);
    }

    @Test
    void isTakenFromAnOwnerWhoseHeartbeatIsStill() {
        first.end();
        jdbc.update("update heartbeat set beat_at = utc_timestamp(3) - interval 1 minute where mandate = 'm1'");
        InboxLock next = take(second).orElseThrow();
        assertThatThrownBy(owned::check).isInstanceOf(LockLost.class).hasMessageContaining("taken over the inbox");
        next.check();
    }

    @Test
    void whoIsAskedToStopWaitsNoLonger() {
        second.askStop();
        assertThat(take(second)).isEmpty();
        owned.check();
    }
}
