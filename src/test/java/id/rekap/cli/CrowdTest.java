package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.cli.Processes.Ended;
import id.rekap.cli.Processes.Running;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes and one date. */
class CrowdTest {
    private static final Path SAMPLES = Path.of("jobs/samples");
    private static final String DATE = "2020-07-01";

    @TempDir
    Path home;

    private Office office;

    @BeforeEach
    void register() throws Exception {
        office = Registered.SAMPLES.in(home);
        office.drop(SAMPLES.resolve("ROW_CONFLICT/bad/night1"));
    }

    @Test
    void letsOneOfTwoRunsWorkAndTellsTheOtherWhoHoldsTheLock() throws Exception {
        Running first =
                Processes.start(office, List.of("-Drekap.kill=plan:2", "-Drekap.pause=6"), "run", "--date", DATE);
        first.waitUntilOwned(office);
        Said second = office.rekap("run", "--date", DATE);
        assertThat(second.exit()).as(second.err()).isEqualTo(11);
        assertThat(second.err()).contains("pid " + first.process().pid()).contains("lives");
        assertThat(first.ended().exit()).isZero();
    }

    @Test
    void endsInStoppedWhenTerminatedAndGoesOnAfterwards() throws Exception {
        Running first =
                Processes.start(office, List.of("-Drekap.kill=read:3", "-Drekap.pause=3"), "run", "--date", DATE);
        first.waitUntilOwned(office);
        Thread.sleep(1_000);
        first.process().destroy();
        Ended stopped = first.ended();
        assertThat(stopped.exit()).as(stopped.said()).isEqualTo(4);
        Said restarted = office.rekap("restart");
        assertThat(restarted.exit()).as(restarted.err()).isZero();
    }
}
