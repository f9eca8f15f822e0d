package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs, show and status know after many nights. */
class RunLogTest {
    private static final int NIGHTS = 150;

    @TempDir
    Path home;

    private Office office;

    /** The oldest has failed; that of the second day was of two mandates. */
    @BeforeEach
    void manyNights() throws SQLException {
        office = new Office(home);
        assertThat(office.rekap("init").exit()).isZero();
        for (int night = 0; night < NIGHTS; night++) {
            run("se-480-263-2020", night, night == 0 ? "FAILED" : "PUBLISHED");
        }
        run("another", 1, "PUBLISHED");
    }

    private void run(String mandate, int day, String state) throws SQLException {
        Regencies.execute(office, """
                insert into run (mandate, business_date, revision, state, shards, settings, started_at)
                values ('%s', date_add('2020-01-01', interval %d day), 1, '%s', 1,
                  '{"language":"id","quietSeconds":60,"maxAgeDays":31,"chunk":25}', utc_timestamp(3))""".formatted(mandate, day, state));
    }

    @Test
    void showsARunHoweverLongAgoItWas() {
        assertThat(office.rekap("show", "2020-01-01.1").out()).contains("FAILED");
        assertThat(office.rekap("show", "another/2020-01-02.1").exit()).isZero();
    }

    @Test
    void namesAnUnfinishedRunHoweverLongAgoItWas() {
        assertThat(office.rekap("status").out()).contains("2020-01-01.1").contains("./rekap restart --date 2020-01-01");
    }

    @Test
    void takesADateForTheDefaultMandates() {
        assertThat(office.rekap("show", "2020-01-02").out())
                .startsWith("2020-01-02.1")
                .doesNotContain("another");
    }

    @Test
    void listsTheLatestHundred() {
        assertThat(office.rekap("runs").out().lines().filter(line -> line.contains("next: ")))
                .hasSize(100);
    }
}
