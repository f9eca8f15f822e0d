package id.rekap.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rekap.database.Database;
import id.rekap.database.Schema;
import id.rekap.lock.LockHeld;
import id.rekap.lock.RunLock;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A date is taken back under the locks of all mandates, not of the default one alone. */
class DateWithdrawalTest {
    private static final LocalDate DATE = LocalDate.of(2020, 7, 29);

    @TempDir
    Path home;

    @Test
    void isRefusedWhileAnotherMandateOwnsTheDate() throws Exception {
        String first = Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml"));
        Files.createDirectories(home.resolve("jobs/mandates"));
        Files.createDirectories(home.resolve("archive"));
        Files.writeString(home.resolve("jobs/mandates/dua.yml"), first.replaceFirst("(?m)^id: .*", "id: dua"));
        List<Mandate> mandates = List.of(new Mandates(home).get("se-480-263-2020"), new Mandates(home).get("dua"));
        try (Database database =
                Database.open(Path.of("target"), TestServer.get().freshDatabase(), 8)) {
            Schema.migrate(database.dataSource());
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            jdbc.update("insert into intake_batch (received_on, batch, listed, done) values (?, 1, true, true)", DATE);
            jdbc.update("""
                    insert into run (mandate, business_date, revision, state, batch, shards, settings, started_at)
                    values ('dua', ?, 1, 'STARTED', 1, 1, '{}', '2020-07-29')""", DATE);
            DateWithdrawal withdrawal = new DateWithdrawal(
                    home, database.dataSource(), new RunSettings("id", 60, 31, 50, 31, 45, "", ""), "1");
            try (RunLock other = RunLock.take(database.dataSource(), "dua", DATE, null, s -> {})) {
                assertThat(other.token()).isPositive();
                assertThatThrownBy(() -> withdrawal.withdraw(DATE, mandates, "test", Instant.EPOCH))
                        .isInstanceOf(LockHeld.class);
                assertThat(jdbc.queryForList("select received_on from intake_batch", LocalDate.class))
                        .containsExactly(DATE);
            }
            jdbc.update("update run set settings = ?", new RunSettings("id", 60, 31, 50, 31, 45, "", "").json());
            assertThat(withdrawal
                            .withdraw(DATE, mandates, "test", Instant.EPOCH)
                            .runs())
                    .containsExactly("dua/" + DATE + ".1");
            assertThat(jdbc.queryForList("select received_on from intake_batch", LocalDate.class))
                    .isEmpty();
        }
    }
}
