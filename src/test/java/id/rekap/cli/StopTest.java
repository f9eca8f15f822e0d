package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.cli.Processes.Ended;
import id.rekap.cli.Processes.Running;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command stop, from another process than the run. */
class StopTest {
    private static final Duration IN_TIME = Duration.ofSeconds(10);

    private final Random random = new Random(480);

    @TempDir
    Path disturbed;

    @Test
    void stoppedAndRestartedNightsEndInTheBytesOfUndisturbedOnes() throws Exception {
        Office stopped = Regencies.office(disturbed);
        int stops = 0;
        for (int night = 1; night <= 2; night++) {
            String date = Regencies.date(night);
            Regencies.drop(stopped, night);
            for (String step : night == 1
                    ? List.of("receive", "read", "plan", "reconcile")
                    : List.of("reconcile", "cross-check", "reconcile-again")) {
                // a pause somewhere in the step: otherwise the night is over before anybody can ask
                String somewhere = "-Drekap.kill=" + step + ":" + (1 + random.nextInt(6));
                Running run = Processes.start(stopped, List.of(somewhere, "-Drekap.pause=3"), "run", "--date", date);
                run.waitUntilOwned(stopped);
                Thread.sleep(random.nextInt(1_000));
                long asked = System.nanoTime();
                Said said = stopped.rekap("stop");
                assertThat(said.exit()).as(said.err()).isIn(0, 10);
                Ended ended = run.ended();
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(IN_TIME);
                assertThat(ended.exit()).as(ended.said()).isIn(0, 4);
                if (ended.exit() == 0) {
                    break;
                }
                assertThat(said.out()).contains("has stopped").contains("./rekap restart --date " + date);
                stops++;
            }
            Said last = stopped.rekap("run", "--date", date);
            assertThat(last.exit()).as(last.err()).isIn(0, 10);
            Undisturbed.night(night).assertIsThatOf(stopped);
        }
        assertThat(stops).isGreaterThanOrEqualTo(3);
        assertThat(Regencies.nightStatuses(stopped)).containsOnly("STOPPED", "COMPLETED");
    }

    @Test
    void stopsARunOfAnotherProcessInTimeAndShowsThatItWasAsked() throws Exception {
        Office office = Regencies.office(disturbed);
        Regencies.drop(office, 1);
        Running run = Processes.start(
                office, List.of("-Drekap.kill=reconcile:5", "-Drekap.pause=5"), "run", "--date", Regencies.date(1));
        run.waitUntilOwned(office);
        Thread.sleep(1_500);
        Running stop = Processes.start(office, List.of(), "stop", "--date", Regencies.date(1));
        run.waitUntilStatusSays(office, "asked to stop");
        assertThat(run.ended().exit()).isEqualTo(4);
        Ended said = stop.ended();
        assertThat(said.exit()).isZero();
        assertThat(said.said()).contains("has stopped").contains("./rekap restart");
        assertThat(office.rekap("show", Regencies.date(1)).out()).contains("STOPPED");
        // the wish was the stopped owner's alone
        assertThat(office.rekap("restart").exit()).isZero();
    }

    @Test
    void stopsARunThatWaitsBetweenTwoAttempts() throws Exception {
        Office office = Regencies.office(disturbed);
        Regencies.drop(office, 1);
        String url = office.database.url();
        String impatient = "-Dspring.datasource.url=" + url + (url.contains("?") ? "&" : "?")
                + "sessionVariables=innodb_lock_wait_timeout=1";
        try (Connection connection = Regencies.connect(office);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select count(*) from night for update");
            Running run = Processes.start(office, List.of(impatient), "run", "--date", Regencies.date(1));
            run.waitUntilSaid("going on in 3 s");
            Said status = office.rekap("status");
            assertThat(status.out())
                    .contains("since")
                    .contains("pid " + run.process().pid());
            assertThat(status.out()).contains("next: wait").doesNotContain("./rekap restart");
            Said said = office.rekap("stop");
            assertThat(said.exit()).as(said.err()).isZero();
            assertThat(said.out()).contains("has stopped");
            Ended ended = run.ended();
            assertThat(ended.exit()).as(ended.said()).isEqualTo(4);
            assertThat(ended.said()).doesNotContain("going on in 9 s");
            connection.rollback();
        }
        assertThat(Regencies.column(office, "select state from run")).containsExactly("STOPPED");
        assertThat(Regencies.column(office, "select ifnull(owner, 'free') from run_lock"))
                .containsExactly("free");
        assertThat(office.rekap("restart").exit()).isZero();
    }

    @Test
    void hasNothingToStopWhereNothingRuns() throws Exception {
        Office office = Regencies.office(disturbed);
        Said said = office.rekap("stop");
        assertThat(said.exit()).isEqualTo(10);
        assertThat(said.err()).contains("Nothing to stop");
        Regencies.drop(office, 1);
        Ended killed = Processes.run(office, List.of("-Drekap.kill=reconcile:5"), "run", "--date", Regencies.date(1));
        assertThat(killed.exit()).as(killed.said()).isEqualTo(137);
        assertThat(office.rekap("stop").exit()).isEqualTo(10);
        assertThat(office.rekap("status").out()).contains("next: ./rekap restart");
    }
}
