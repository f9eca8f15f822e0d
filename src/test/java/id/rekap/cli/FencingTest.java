package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.cli.Processes.Ended;
import id.rekap.cli.Processes.Running;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Owners that are dead, elsewhere, or wake up too late. */
class FencingTest extends FirstNight {
    /** Nobody here can look whether a process of another machine lives; its heartbeat has to do. */
    @Test
    void takesOverFromAnOwnerElsewhereAsSoonAsItsHeartbeatHasBeenStillForTheLease() throws Exception {
        kill("reconcile:5");
        Regencies.execute(office, "update run_lock set host = 'elsewhere#1/2', owner = 'pid 7 on elsewhere', pid = 7");
        Regencies.execute(office, "update heartbeat set beat_at = utc_timestamp(3) - interval 46 second");
        long start = System.nanoTime();
        Said restarted = office.rekap("restart");
        assertThat(restarted.exit()).as(restarted.err()).isZero();
        assertThat(restarted.err()).contains("pid 7 on elsewhere").contains("waiting for a sign of life");
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(30);
    }

    /** As when a machine slept: the process lives, its date has another owner. */
    @Test
    void commitsNothingOfAnOwnerWhoseDateWasTakenOver() throws Exception {
        Running late =
                Processes.start(office, List.of("-Drekap.kill=reconcile:9", "-Drekap.pause=5"), "run", "--date", DATE);
        late.waitUntilOwned(office);
        for (int i = 0;
                i < 200 && Regencies.column(office, "select 1 from outcome").isEmpty();
                i++) {
            Thread.sleep(50);
        }
        Regencies.execute(office, "update run_lock set token = token + 1, host = 'elsewhere#1/2', owner = 'pid 7'");
        Regencies.execute(office, "update heartbeat set token = token + 1");
        Thread.sleep(500);
        List<String> before = Regencies.column(office, "select agency from outcome order by agency");
        Ended ended = late.ended();
        assertThat(ended.exit()).as(ended.said()).isEqualTo(5);
        assertThat(ended.said()).contains("has taken over").doesNotContain("going on in");
        assertThat(Regencies.column(office, "select agency from outcome order by agency"))
                .isEqualTo(before);
        // how the new owner's run stands is not the late one's to say
        assertThat(Regencies.column(office, "select state from run")).containsExactly("STARTED");
        assertThat(home.resolve("reports/" + DATE)).doesNotExist();
    }

    /** As MySQL does when the disk of its log is full. */
    @Test
    @Tag("long")
    void endsRestartableWhereTheDatabaseLetsEveryWriteWait() throws Exception {
        String url = office.database.url();
        String patient = "-Dspring.datasource.url=" + url + (url.contains("?") ? "&" : "?")
                + "sessionVariables=innodb_lock_wait_timeout=300";
        Running run = Processes.start(
                office, List.of("-Drekap.kill=reconcile:5", "-Drekap.pause=90", patient), "run", "--date", DATE);
        run.waitUntilOwned(office);
        try (Connection connection = Regencies.connect(office);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select * from heartbeat for update");
            Ended ended = run.ended();
            assertThat(ended.exit()).as(ended.said()).isEqualTo(5);
            assertThat(ended.said()).contains("lets every write wait").contains("./rekap restart");
            connection.rollback();
        }
        assertThat(office.rekap("restart").exit()).isZero();
        Undisturbed.night(1).assertIsThatOf(office);
    }

    /** SIGSTOP in publish, a new owner, a newer revision, SIGCONT. */
    @Test
    @Tag("long")
    void doesNotPublishOverANewerSetWhenItWakesUpLate() throws Exception {
        Running late =
                Processes.start(office, List.of("-Drekap.kill=publish:4", "-Drekap.pause=3"), "run", "--date", DATE);
        late.waitUntilStatusSays(office, "pid " + late.process().pid());
        for (int i = 0; i < 400 && Regencies.column(office, """
                        select 1 from BATCH_STEP_EXECUTION where STEP_NAME = 'publish'""").isEmpty(); i++) {
            Thread.sleep(50);
        }
        Thread.sleep(1_000);
        signal("-STOP", late);
        Ended restarted = Processes.run(office, List.of(), "restart");
        assertThat(restarted.exit()).as(restarted.said()).isZero();
        assertThat(restarted.said()).contains("waiting for a sign of life");
        assertThat(office.rekap("run", "--date", DATE, "--again").exit()).isZero();
        var sets = Office.sets(home);
        signal("-CONT", late);
        Ended ended = late.ended();
        assertThat(ended.exit()).as(ended.said()).isIn(5, 10, 11);
        assertThat(Files.readSymbolicLink(home.resolve("reports/" + DATE))).hasToString(".history/" + DATE + ".2");
        assertThat(Office.sets(home)).isEqualTo(sets);
        assertThat(Regencies.column(office, "select state from run")).containsOnly("PUBLISHED");
    }

    private static void signal(String signal, Running run) throws Exception {
        assertThat(new ProcessBuilder(
                                "kill", signal, Long.toString(run.process().pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
