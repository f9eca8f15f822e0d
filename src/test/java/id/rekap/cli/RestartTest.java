package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.cli.Processes.Ended;
import id.rekap.cli.Processes.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may have changed between a crash and its restart. */
class RestartTest extends FirstNight {
    @Test
    void ofTwoRestartsOneWorks() throws Exception {
        kill("read:9");
        List<Running> both = List.of(
                Processes.start(
                        office, List.of("-Drekap.kill=reconcile:2", "-Drekap.pause=4"), "restart", "--date", DATE),
                Processes.start(
                        office, List.of("-Drekap.kill=reconcile:2", "-Drekap.pause=4"), "restart", "--date", DATE));
        List<Integer> exits =
                List.of(both.get(0).ended().exit(), both.get(1).ended().exit());
        assertThat(exits)
                .as(both.get(0).ended().said() + both.get(1).ended().said())
                .contains(0)
                .containsAnyOf(10, 11);
        assertThat(Regencies.nightStatuses(office)).containsExactly("FAILED", "COMPLETED");
    }

    /** A file that comes after the crash and one that is taken away: the restart goes on with what the run began with. */
    @Test
    void goesOnWithWhatTheRunBeganWith() throws Exception {
        kill("read:9");
        String agency = Regencies.column(office, "select min(agency) from intake_file where agency is not null")
                .get(0);
        office.write("inbox/" + agency + "/ralat sesudahnya.csv", "nip,repost\n197807032003041030,1\n");
        assertThat(office.rekap("restart").exit()).isZero();
        Undisturbed.night(1).assertIsThatOf(office);
        assertThat(home.resolve("inbox/" + agency + "/ralat sesudahnya.csv")).exists();
    }

    /** Another program comes between: its migrations find a run in flight, and so does its restart. */
    @Test
    void survivesAMigrationOfTheSchema() throws Exception {
        kill("reconcile:20");
        // as if this program were the first to bring the newest table and to know Batch's
        Regencies.execute(office, "delete from flyway_schema_history where version >= '005'");
        Said restarted = office.rekap("restart", "--date", DATE);
        assertThat(restarted.exit()).as(restarted.err()).isZero();
        Undisturbed calm = Undisturbed.night(1);
        calm.assertIsThatOf(office);
        assertThat(Regencies.column(office, "select max(version) from flyway_schema_history where success = 1"))
                .isEqualTo(Regencies.column(calm.office(), "select max(version) from flyway_schema_history"));
    }

    /** A date that was left out is run while a later one waits for its restart. */
    @Test
    void comparesWithTheSetThatStandsBeforeItWhenItIsPublished(@TempDir Path undisturbed) throws Exception {
        Office calm = threeNightsInOrder(undisturbed);
        firstNight();
        Ended killed = Processes.run(office, List.of("-Drekap.kill=reconcile:20"), "run", "--date", Regencies.date(3));
        assertThat(killed.exit()).as(killed.said()).isEqualTo(137);
        assertThat(office.rekap("run", "--date", Regencies.date(2)).exit()).isZero();
        assertThat(office.rekap("restart").exit()).isZero();
        Regencies.assertSameSets(office, calm);
    }

    /** A date that was left out is run while a later one works. */
    @Test
    @Tag("long")
    void judgesAgainWhereASetCameBetweenWhileItWorked(@TempDir Path undisturbed) throws Exception {
        Office calm = threeNightsInOrder(undisturbed);
        firstNight();
        Running works = Processes.start(
                office,
                List.of("-Drekap.kill=reconcile-again:1", "-Drekap.pause=20"),
                "run",
                "--date",
                Regencies.date(3));
        String reconciliation =
                "select count(distinct JOB_EXECUTION_ID) from BATCH_STEP_EXECUTION where STEP_NAME = 'reconcile'";
        while (!Regencies.column(office, reconciliation).contains("2")) {
            Thread.sleep(100);
        }
        assertThat(office.rekap("run", "--date", Regencies.date(2)).exit()).isZero();
        Ended ended = works.ended();
        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("A set of an earlier date was published meanwhile");
        Regencies.assertSameSets(office, calm);
    }

    /** A night is given up for the time being, and the next one is published. */
    @Test
    void theNextSetNamesANightThatHasNotEndedAndTheCommandThatGoesOn() throws Exception {
        firstNight();
        String second = Regencies.date(2);
        String third = Regencies.date(3);
        Ended killed = Processes.run(office, List.of("-Drekap.kill=reconcile:20"), "run", "--date", second);
        assertThat(killed.exit()).as(killed.said()).isEqualTo(137);
        assertThat(office.rekap("run", "--date", third).exit()).isZero();
        Path page = office.path("reports/" + third + "/operator.html");
        assertThat(page)
                .content()
                .contains(" belum selesai</h3>", "<code lang=\"zxx\">./rekap restart --date " + second + " --mandate ");
        String command = Pattern.compile("<code lang=\"zxx\">./rekap (restart [^<]*)</code>")
                .matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(office.rekap(command.split(" ")).exit()).isZero();
        assertThat(office.rekap("report", "--date", third).exit())
                .as("its set stays as it was, and comes out the same from the database")
                .isEqualTo(10);
        assertThat(office.path("reports/" + second + "/operator.html"))
                .content()
                .doesNotContain(" belum selesai</h3>");
    }

    private static Office threeNightsInOrder(Path home) throws Exception {
        Office calm = Regencies.office(home);
        Regencies.drop(calm, 1);
        assertThat(calm.rekap("run", "--date", DATE).exit()).isZero();
        emptyInbox(calm);
        assertThat(calm.rekap("run", "--date", Regencies.date(2)).exit()).isZero();
        Regencies.drop(calm, 2);
        assertThat(calm.rekap("run", "--date", Regencies.date(3)).exit()).isZero();
        return calm;
    }

    private void firstNight() throws Exception {
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        emptyInbox(office);
        Regencies.drop(office, 2);
    }

    /** Of files in folders of no agency, which each batch reports. */
    private static void emptyInbox(Office office) throws IOException {
        try (Stream<Path> left = Files.walk(office.path("inbox"))) {
            for (Path file : left.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}
