package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import id.rekap.cli.Processes.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that processes elsewhere work on: the same bytes, whoever comes, goes, dies, or wakes up late. */
class WorkerTest extends FirstNight {
    @BeforeEach
    void share() throws Exception {
        Path file = home.resolve("application.yml");
        Files.writeString(file, Files.readString(file) + "rekap.workers: remote\nrekap.partitions: 1\n");
    }

    @Test
    void aRunWithTwoWorkersPublishesTheBytesOfOneAlone() throws Exception {
        Running first = worker();
        Running second = worker();
        Running waiting = runThatWaits();
        first.waitUntilSaid("Works on read shard");
        second.waitUntilSaid("Works on read shard");
        Ended run = goesOn(waiting);
        assertThat(run.exit()).as(run.said()).isZero();
        assertThat(run.said())
                .contains("Working with pid " + first.process().pid() + " on ")
                .contains("pid " + second.process().pid() + " on ");
        assertThat(office.rekap("status").out())
                .contains("worker  pid " + first.process().pid());
        for (Ended worker : List.of(end(first), end(second))) {
            assertThat(worker.exit()).as(worker.said()).isZero();
            assertThat(worker.said()).contains("Works on read shard");
        }
        assertSameAsUndisturbed();
        assertThat(Regencies.column(office, "select owner from worker")).isEmpty();
    }

    /** A worker dies with a partition, the run with another; what comes back, works beside the worker that is left. */
    @Test
    void aRunWhoseWorkerAndThenItselfWasKilledEndsInTheSameBytes() throws Exception {
        Running dying = worker("-Drekap.kill=read:9");
        Running living = worker();
        Ended killed = Processes.run(office, List.of("-Drekap.kill=reconcile:9"), "run", "--date", DATE);
        assertThat(killed.exit()).as(killed.said()).isEqualTo(137);
        assertThat(dying.ended().exit()).isEqualTo(137);
        assertThat(killed.said())
                .contains("was lost with its worker, pid " + dying.process().pid());
        Ended restarted = Processes.run(office, List.of(), "restart");
        assertThat(restarted.exit()).as(restarted.said()).isZero();
        assertThat(restarted.said())
                .contains("Working with pid " + living.process().pid());
        assertThat(end(living).exit()).isZero();
        assertSameAsUndisturbed();
    }

    /** The message comes again while its partition is worked on, and after it is done. */
    @Test
    void aMessageThatComesAgainChangesNothing() throws Exception {
        Running worker = worker();
        Running run = runThatWaits();
        worker.waitUntilSaid("Works on read shard");
        Regencies.execute(office, """
                insert into INT_CHANNEL_MESSAGE (MESSAGE_ID, GROUP_KEY, CREATED_DATE, MESSAGE_CONTENT, REGION)
                select uuid(), (select min(GROUP_KEY) from INT_CHANNEL_MESSAGE), 1,
                  concat('{"step":"', step, '","execution":', step_execution, '}'), 'DEFAULT' from worker_partition""");
        Ended ended = goesOn(run);
        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(end(worker).exit()).isZero();
        assertThat(Regencies.column(office, "select count(*) from INT_CHANNEL_MESSAGE"))
                .containsExactly("0");
        assertSameAsUndisturbed();
    }

    @Test
    void aWorkerThatJudgesByOtherMandatesIsRefusedByName(@TempDir Path elsewhere) throws Exception {
        Path mandate =
                Files.createDirectories(elsewhere.resolve("jobs/mandates")).resolve("se-480-263-2020.yml");
        Files.writeString(mandate, Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml")) + "# other words\n");
        Ended worker = refused(elsewhere, home.resolve("archive"));
        assertThat(worker.said())
                .contains("A run gives this worker no work: it has mandate se-480-263-2020 of digest ")
                .contains(", the run has mandate se-480-263-2020 of digest ")
                .doesNotContain("Works on");
    }

    @Test
    void aWorkerWithAnotherArchiveIsRefusedByName(@TempDir Path elsewhere) throws Exception {
        assertThat(refused(elsewhere, Files.createDirectory(elsewhere.resolve("other")))
                        .said())
                .contains("A run gives this worker no work: it does not see the archive of the run")
                .doesNotContain("Works on");
    }

    /** A worker in a home of its own on the same database; the run goes on without it, and says that it is alone. */
    private Ended refused(Path elsewhere, Path archive) throws Exception {
        Files.copy(home.resolve("home.id"), elsewhere.resolve("home.id"));
        Files.copy(home.resolve("application.yml"), elsewhere.resolve("application.yml"));
        Files.createSymbolicLink(elsewhere.resolve("archive"), archive);
        Running worker = Processes.start(new Office(elsewhere, office.database), List.of(), "worker");
        worker.waitUntilSaid("Waiting for work");
        Running waiting = runThatWaits();
        Ended ended = worker.ended();
        assertThat(ended.exit()).as(ended.said()).isEqualTo(6);
        Ended run = goesOn(waiting);
        assertThat(run.exit()).as(run.said()).isZero();
        assertThat(run.said()).contains("No worker is there: this run works alone");
        assertSameAsUndisturbed();
        return ended;
    }

    /** Nobody here can look whether a process of another machine lives. The sleeper wakes beside its heir. */
    @Test
    @Tag("long")
    void aWorkerThatSleptPastItsLeaseWritesNothing() throws Exception {
        Running sleeper = worker("-Drekap.kill=read:9", "-Drekap.pause=3");
        Running run =
                Processes.start(office, List.of("-Drekap.kill=reconcile:9", "-Drekap.pause=8"), "run", "--date", DATE);
        sleeper.waitUntilSaid("Works on read shard");
        Thread.sleep(1_000);
        signal("-STOP", sleeper);
        Regencies.execute(office, "update worker set host = 'elsewhere#1/2'");
        for (int i = 0; i < 900 && !Files.readString(run.said()).contains("was lost with its worker"); i++) {
            Thread.sleep(100);
        }
        signal("-CONT", sleeper);
        Ended ended = run.ended();
        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(end(sleeper).exit()).isZero();
        assertSameAsUndisturbed();
    }

    /** Its connections end, and no new one is let in until the run has gone on without it. */
    @Test
    @Tag("long")
    void aWorkerThatIsCutOffFromTheDatabaseIsWaitedForNoLongerThanItsLease() throws Exception {
        Relay relay = Relay.to(office.database.url());
        Running cutOff = worker(
                "-Dspring.datasource.url=" + relay.instead(office.database.url()),
                "-Drekap.kill=read:9",
                "-Drekap.pause=2");
        Running run = Processes.start(office, List.of(), "run", "--date", DATE);
        cutOff.waitUntilSaid("Works on read shard");
        Thread.sleep(500);
        relay.cut();
        Regencies.execute(office, "update worker set host = 'elsewhere#1/2'");
        Ended ended = run.ended();
        assertThat(ended.exit()).as(ended.said()).isZero();
        relay.mend();
        assertThat(end(cutOff).exit()).isZero();
        assertSameAsUndisturbed();
    }

    /** In its first shard. */
    private Running runThatWaits() throws Exception {
        return Processes.start(
                office, List.of("-Drekap.kill=read:3", "-Drekap.until=" + office.path("go-on")), "run", "--date", DATE);
    }

    private Ended goesOn(Running waiting) throws Exception {
        Files.createFile(office.path("go-on"));
        return waiting.ended();
    }

    private void assertSameAsUndisturbed() throws Exception {
        Undisturbed.night(1).assertIsThatOf(office);
    }

    private static void signal(String signal, Running process) throws Exception {
        assertThat(new ProcessBuilder(
                                "kill", signal, Long.toString(process.process().pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private Running worker(String... options) throws Exception {
        Running worker = Processes.start(office, List.of(options), "worker");
        worker.waitUntilSaid("Waiting for work");
        return worker;
    }

    private static Ended end(Running worker) throws Exception {
        worker.process().destroy();
        return worker.ended();
    }
}
