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

/** Up to which taking a mandate has read everything. */
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
        jdbc.update("delete from taking");
        jdbc.update("delete from run");
    }

    private static IntakeBatch taking(int day, int take, boolean done) {
        IntakeBatch taking = new IntakeBatch(DATE.plusDays(day), take);
        jdbc.update(
                "insert into taking (received_on, take, done) values (?, ?, ?)",
                taking.receivedOn(),
                taking.take(),
                done);
        return taking;
    }

    private Run run(String mandate, int day) {
        return new Runs(jdbc)
                .create(mandate, DATE.plusDays(day), 1, 1, new RunSettings("id", 60, 31, 50, 31, 45), Instant.EPOCH);
    }

    @Test
    void isTheLastTakingOfARunsOwn() {
        taking(0, 1, true);
        IntakeBatch own = taking(1, 1, true);
        IntakeBatch ofAnother = taking(1, 2, true);
        taking(2, 1, true);
        assertThat(mark.lastDone(own)).isEqualTo(own);
        assertThat(mark.lastDone(new IntakeBatch(DATE.plusDays(1), Integer.MAX_VALUE)))
                .isEqualTo(ofAnother);
        assertThat(mark.lastDone(new IntakeBatch(DATE.minusDays(1), 1))).isEqualTo(IntakeBatch.NONE);
    }

    @Test
    void standsBeforeATakingThatStillCopiesThoughLaterOnesAreDone() {
        IntakeBatch first = taking(0, 1, true);
        taking(1, 1, false);
        taking(1, 2, true);
        assertThat(mark.lastDone(taking(2, 1, true))).isEqualTo(first);
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
