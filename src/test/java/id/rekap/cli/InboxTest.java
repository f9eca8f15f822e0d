package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.cli.Processes.Ended;
import id.rekap.cli.Processes.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two mandates of one home that want its files at the same moment. */
class InboxTest {
    private static final Path SAMPLES = Path.of("jobs/samples");
    private static final String DATE = "2020-07-01";
    /** One agency's drop, larger than what is copied in one transaction. */
    private static final int PARTS = 260;

    /** While it owns the inbox. */
    private static final List<String> PAUSED = List.of("-Drekap.kill=receive:9", "-Drekap.pause=3");

    @TempDir
    Path home;

    @TempDir
    Path undisturbed;

    private Office office;

    @BeforeEach
    void register() throws Exception {
        office = office(home);
    }

    private static Office office(Path home) throws Exception {
        Office office = Registered.SAMPLES.in(home);
        String mandate = Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml"));
        office.write("jobs/mandates/m2.yml", mandate.replaceFirst("(?m)^id: .*", "id: m2"));
        office.drop(SAMPLES.resolve("ROW_CONFLICT/bad/night1"));
        return office;
    }

    private static void dropParts(Office office) {
        for (int i = 1; i <= PARTS; i++) {
            office.write("inbox/4.01.01/%03d.csv".formatted(i), "nip,repost\n197102021996021001," + i % 9 + "\n");
        }
    }

    private void waitUntilOwned(Running run) throws Exception {
        while (run.process().isAlive()
                && Regencies.column(office, "select 1 from inbox_lock where mandate is not null")
                        .isEmpty()) {
            Thread.sleep(20);
        }
    }

    private Running start(List<String> options, String mandate) throws Exception {
        return Processes.start(office, options, mandate(mandate));
    }

    private static String[] mandate(String mandate) {
        return mandate.isEmpty()
                ? new String[] {"run", "--date", DATE}
                : new String[] {"run", "--date", DATE, "--mandate", mandate};
    }

    /** As if they had run one after the other. */
    private void assertSameAsInTurn(boolean withParts) throws Exception {
        Office calm = office(undisturbed);
        if (withParts) {
            dropParts(calm);
        }
        for (String mandate : List.of("", "m2")) {
            assertThat(calm.rekap(mandate(mandate)).exit()).isZero();
        }
        Regencies.assertSameSets(office, calm);
        assertThat(Office.sets(home).keySet()).anyMatch(file -> file.startsWith("m2/"));
        assertThat(Regencies.column(
                        office, "select distinct concat(state, done) from intake_batch join intake_file using (batch)"))
                .containsExactly("ARCHIVED1");
    }

    @Test
    void theSecondWaitsCanBeStoppedAndJudgesTheSameFiles() throws Exception {
        Running first = start(PAUSED, "");
        waitUntilOwned(first);
        signal("-STOP", first);
        Running second = start(List.of(), "m2");
        second.waitUntilSaid("The inbox belongs to the run of " + DATE + " of se-480-263-2020 (pid "
                + first.process().pid());
        long asked = System.nanoTime();
        second.process().destroy();
        Ended stopped = second.ended();
        assertThat(stopped.exit()).as(stopped.said()).isEqualTo(4);
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - asked)).isLessThan(10);
        signal("-CONT", first);
        assertThat(office.rekap(mandate("m2")).exit()).isZero();
        assertThat(first.ended().exit()).as(first.ended().said()).isZero();
        assertSameAsInTurn(false);
    }

    /** The agency's drop stays one drop: what the dead one has seen is finished under its batch. */
    @Test
    void theSecondFinishesAtOnceWhatADeadOneHasBegunToTake() throws Exception {
        dropParts(office);
        Ended killed = start(List.of("-Drekap.kill=receive:34"), "").ended();
        assertThat(killed.exit()).as(killed.said()).isEqualTo(137);
        assertThat(Regencies.column(office, "select distinct state from intake_file order by state"))
                .containsExactly("ARCHIVED", "SEEN");
        Said second = office.rekap(mandate("m2"));
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.err()).doesNotContain("The inbox belongs to");
        assertThat(office.rekap("restart").exit()).isZero();
        assertSameAsInTurn(true);
    }

    /** As when a machine slept: its run is still its own, the inbox has another owner. */
    @Test
    void aLateOneTakesNoFileAnyMore() throws Exception {
        Running late = start(PAUSED, "");
        waitUntilOwned(late);
        Regencies.execute(office, "update inbox_lock set token = token + 1, mandate = 'm2'");
        office.write("archive/.copy-2-heir", "");
        Ended ended = late.ended();
        assertThat(ended.exit()).as(ended.said()).isEqualTo(5);
        assertThat(ended.said()).contains("has taken over the inbox");
        assertThat(home.resolve("archive/.copy-2-heir")).exists();
        assertThat(home.resolve("inbox/9.03.01/daftar.csv")).exists();
        assertThat(office.rekap("restart").exit()).isZero();
        assertThat(office.rekap(mandate("m2")).exit()).isZero();
        assertSameAsInTurn(false);
    }

    /** Batch only logs what is thrown after a step. */
    @Test
    @Tag("long")
    void aFaultAsTheInboxIsEmptiedEndsAnAttempt() throws Exception {
        String url = office.database.url();
        String impatient = "-Dspring.datasource.url=" + url + (url.contains("?") ? "&" : "?")
                + "sessionVariables=innodb_lock_wait_timeout=1";
        Running run = start(List.of("-Drekap.kill=receive:26", "-Drekap.pause=4", impatient), "");
        waitUntilOwned(run);
        try (Connection connection = Regencies.connect(office);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (run.process().isAlive()
                    && !statement
                            .executeQuery("select 1 from intake_batch for update")
                            .next()) {
                connection.rollback();
                Thread.sleep(50);
            }
            run.waitUntilSaid("going on in 1 s");
        }
        Ended ended = run.ended();
        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(Regencies.column(office, "select done from intake_batch")).containsExactly("1");
        assertThat(home.resolve("inbox/9.03.01/daftar.csv")).doesNotExist();
    }

    /** SIGSTOP while it takes files. */
    @Test
    @Tag("long")
    void theSecondTakesOverFromOneThatSleepsForALease() throws Exception {
        Running late = start(PAUSED, "");
        waitUntilOwned(late);
        signal("-STOP", late);
        Ended second = start(List.of(), "m2").ended();
        assertThat(second.exit()).as(second.said()).isZero();
        assertThat(second.said()).contains("The inbox belongs to");
        signal("-CONT", late);
        Ended ended = late.ended();
        // it ends, or its next attempt waits like everybody; nobody has taken its run
        assertThat(ended.exit()).as(ended.said()).isIn(0, 5);
        assertThat(office.rekap(mandate("")).exit()).isEqualTo(ended.exit() == 0 ? 10 : 0);
        assertSameAsInTurn(false);
    }

    private static void signal(String signal, Running run) throws Exception {
        assertThat(new ProcessBuilder(
                                "kill", signal, Long.toString(run.process().pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
