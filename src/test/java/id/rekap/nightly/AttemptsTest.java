package id.rekap.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.database.Database;
import id.rekap.database.Schema;
import id.rekap.lock.RunLock;
import id.rekap.nightly.Attempts.Attempt;
import id.rekap.nightly.NightRunner.End;
import id.rekap.nightly.NightRunner.Result;
import id.rekap.testing.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Attempts at a night whose database comes and goes. */
class AttemptsTest {
    private static final LocalDate DATE = LocalDate.of(2020, 7, 29);

    private static final Run RUN =
            new Run(1, "m", DATE, 1, Run.State.PUBLISHED, 0, 1, 1, new RunSettings("id", 60, 31, 50, 31, 45, "", ""));
    private static final Attempt LOST = new Attempt(new Result(End.FAILED, RUN, 0, 0, Map.of(), "publish: lost"), true);
    private static final Attempt COMPLETE = Attempt.last(Result.nothingDone(End.ALREADY_COMPLETE, RUN));

    private final AtomicBoolean away = new AtomicBoolean();
    private final List<String> said = new ArrayList<>();
    private Database database;
    private DataSource source;

    @BeforeEach
    void open() {
        database = Database.open(Path.of("target"), TestServer.get().freshDatabase(), 4);
        Schema.migrate(database.dataSource());
        source = new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                if (away.getAndSet(false)) {
                    throw new SQLException("gone", "08S01");
                }
                return super.getConnection();
            }
        };
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Attempts begun() {
        Attempts attempts = new Attempts(said::add, lock -> {}, (run, lock) -> {}, Optional::empty);
        attempts.holds(RunLock.take(source, "m", DATE, null, said::add));
        attempts.works(RUN);
        return attempts;
    }

    /** The word that a set is published is lost, and so is the connection on which its owner is asked for. */
    @Test
    void aFaultWhileTheOwnerIsAskedForEndsAnAttemptAndNotTheNight() {
        List<Attempt> ends = new ArrayList<>(List.of(LOST, COMPLETE, COMPLETE));
        try (Attempts attempts = begun()) {
            Result result = attempts.run(false, again -> {
                away.set(ends.size() == 2);
                return ends.remove(0);
            });
            assertThat(result.end()).isEqualTo(End.PUBLISHED);
        }
        assertThat(said).hasSize(2).last().asString().contains("connection to the database was lost");
        assertThat(ends).isEmpty();
    }

    /** A process that slept: its heir has come and gone when it looks again. */
    @Test
    void whatAnHeirHasPublishedIsNotSaidToBeItsOwn() {
        List<Attempt> ends = new ArrayList<>(List.of(LOST, COMPLETE));
        try (Attempts attempts = begun()) {
            Result result = attempts.run(false, again -> {
                if (ends.size() == 1) {
                    new JdbcTemplate(source).update("update run_lock set token = token + 1, owner = null");
                    attempts.holds(RunLock.take(source, "m", DATE, attempts.lock(), said::add));
                }
                return ends.remove(0);
            });
            assertThat(result.end()).isEqualTo(End.ALREADY_COMPLETE);
        }
    }
}
