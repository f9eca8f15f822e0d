package id.rekap.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.database.Database;
import id.rekap.intake.IntakeBatch;
import id.rekap.testing.TestServer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Up to which batch a mandate has read everything. */
class ReadMarkTest {
    private static final LocalDate DATE = LocalDate.of(2020, 7, 29);

    private static Database database;
    private static JdbcTemplate jdbc;
    private static ReadMark mark;

    @BeforeAll
    static void open() {
        database = Database.open(Path.of("target"), TestServer.get().freshSchema(), 2);
        jdbc = new JdbcTemplate(database.dataSource());
        mark = new ReadMark(jdbc);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        jdbc.update("delete from intake_batch");
        jdbc.update("delete from run");
    }

    private static IntakeBatch batch(int day, int number, boolean done) {
        IntakeBatch batch = new IntakeBatch(DATE.plusDays(day), number);
        jdbc.update(
                "insert into intake_batch (received_on, batch, done) values (?, ?, ?)",
                batch.receivedOn(),
                batch.batch(),
                done);
        return batch;
    }

    private Run run(String mandate, int day) {
        return new RunStore(jdbc)
                .create(
                        mandate,
                        DATE.plusDays(day),
                        1,
                        1,
                        new RunSettings("id", 60, 31, 50, 31, 45, "", ""),
                        Instant.EPOCH);
    }

    @Test
    void isTheLastTakingOfARunsOwn() {
        batch(0, 1, true);
        IntakeBatch own = batch(1, 1, true);
        IntakeBatch ofAnother = batch(1, 2, true);
        batch(2, 1, true);
        assertThat(mark.lastDone(own)).isEqualTo(own);
        assertThat(mark.lastDone(new IntakeBatch(DATE.plusDays(1), Integer.MAX_VALUE)))
                .isEqualTo(ofAnother);
        assertThat(mark.lastDone(new IntakeBatch(DATE.minusDays(1), 1))).isEqualTo(IntakeBatch.NONE);
    }

    @Test
    void standsBeforeATakingThatStillCopiesThoughLaterOnesAreDone() {
        IntakeBatch first = batch(0, 1, true);
        batch(1, 1, false);
        batch(1, 2, true);
        assertThat(mark.lastDone(batch(2, 1, true))).isEqualTo(first);
    }

    @Test
    void isOfEachMandateAndNeverGoesBack() {
        assertThat(mark.of("m1")).isEqualTo(IntakeBatch.NONE);
        IntakeBatch later = new IntakeBatch(DATE.plusDays(3), 2);
        mark.set(run("m1", 3), later);
        mark.set(run("m1", 1), new IntakeBatch(DATE.plusDays(1), 1));
        run("m1", 4);
        assertThat(mark.of("m1")).isEqualTo(later);
        assertThat(mark.of("m2")).isEqualTo(IntakeBatch.NONE);
    }
}
