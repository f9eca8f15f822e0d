package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
                  '{"language":"id","quietSeconds":60,"maxAgeDays":31,"chunk":25,"claimDays":31,"evidenceDays":45,
                    "publicUrl":"","contact":""}', utc_timestamp(3))""".formatted(mandate, day, state));
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

    @Test
    void namesDatesOfWhichNothingWasRunWhereNoScheduleTellsWhatItMissed() throws SQLException {
        assertThat(office.rekap("status").out()).doesNotContain("no night");
        Regencies.execute(
                office,
                "delete from run where business_date in"
                        + " ('2020-02-10', '2020-02-12', '2020-02-13', '2020-02-15', '2020-02-16', '2020-02-17')");
        assertThat(office.rekap("status").out())
                .containsOnlyOnce("no night  2020-02-10, 2020-02-12, 2020-02-13, 2020-02-15 to 2020-02-17: nothing was"
                        + " run between the first and the newest published date; ./rekap run --date 2020-02-17"
                        + " publishes the last one\n");
        Regencies.execute(office, "delete from run where business_date between '2020-03-01' and '2020-04-03'");
        assertThat(office.rekap("status").out())
                .as("34 days more, and 31 are named")
                .contains("no night  2020-03-04 to 2020-04-03 and 9 before those: ");
        Regencies.execute(
                office,
                "insert into scheduled_job (job, time, zone, enabled, looked_at, looked_by)"
                        + " values ('nightly', '21:00', 'Asia/Jakarta', true, utc_timestamp(3), 'x')");
        assertThat(office.rekap("status").out()).doesNotContain("no night");
    }

    @Test
    void aCommandToCopyNamesTheHomeThatIsNotTheOneByDefault() {
        String option = " --home " + home;
        assertThat(office.inNamedHome("status").out())
                .contains("next: ./rekap restart" + option + " --date 2020-01-01\n");
        assertThat(office.inNamedHome("show", "1999-01-01").err()).contains("./rekap runs" + option + " lists");
        JsonNode runs = JsonMapper.shared()
                .readTree(office.inNamedHome("status", "--json").out())
                .get("runs");
        assertThat(runs.get(0).get("next").asString()).isEqualTo("./rekap restart" + option + " --date 2020-01-01");
    }

    @Test
    void aHomeIsNamedOnceAndAsAShellTakesIt() {
        HomeOption.use(home, home);
        assertThat(HomeOption.in("./rekap doctor")).as("the one by default").isEqualTo("./rekap doctor");
        HomeOption.use(Path.of("/srv/kantor \"baru\" 'dua'"), Path.of("home"));
        try {
            String option = " --home '/srv/kantor \"baru\" '\\''dua'\\'''";
            assertThat(HomeOption.in(
                            "then ./rekap import agencies FILE or ./rekap ack F --until D; ./rekap exempt list"))
                    .isEqualTo("then ./rekap import agencies" + option + " FILE or ./rekap ack" + option
                            + " F --until D; ./rekap exempt list" + option);
            assertThat(HomeOption.in("./rekap init --adopt --home /srv; ./rekap doctor"))
                    .isEqualTo("./rekap init --adopt --home /srv; ./rekap doctor" + option);
            assertThat(JsonMapper.shared()
                            .readTree(HomeOption.inJson("{\"next\":\"./rekap doctor\"}"))
                            .get("next")
                            .asString())
                    .isEqualTo("./rekap doctor" + option);
        } finally {
            HomeOption.forget();
        }
    }
}
