package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import id.rekap.cli.Processes.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many jobs as a machine has room for, begun at the same moment on one database. */
@Tag("long")
class ManyMandatesTest extends FirstNight {
    private static final int MANDATES = 24;
    private static final int RIVALS = 8;

    @Test
    void allOfTwentyFourStartsAtOnceTakeTheFilesInTurnAndPublish(@TempDir Path undisturbed) throws Exception {
        Office calm = Regencies.office(undisturbed);
        Regencies.drop(calm, 1);
        String mandate = Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml"));
        for (int i = 1; i <= MANDATES; i++) {
            for (Office each : List.of(office, calm)) {
                each.write("jobs/mandates/m" + i + ".yml", mandate.replaceFirst("(?m)^id: .*", "id: m" + i));
            }
        }
        List<Running> all = new ArrayList<>();
        for (int i = 1; i <= MANDATES; i++) {
            all.add(Processes.start(office, List.of("-Xmx512m"), "run", "--date", DATE, "--mandate", "m" + i));
        }
        List<String> said = new ArrayList<>();
        for (Running run : all) {
            Ended ended = run.ended();
            if (ended.exit() != 0 || ended.said().contains("The run failed")) {
                said.add(ended.exit() + " " + ended.said());
            }
        }
        assertThat(said).isEmpty();
        for (int i = 1; i <= MANDATES; i++) {
            assertThat(calm.rekap("run", "--date", DATE, "--mandate", "m" + i).exit())
                    .isZero();
        }
        Regencies.assertSameSets(office, calm);
        assertThat(Regencies.nightStatuses(office)).containsOnly("COMPLETED");
    }

    @Test
    void ofEightStartsOfOneDateOneWorks() throws Exception {
        List<Running> all = new ArrayList<>();
        for (int i = 1; i <= RIVALS; i++) {
            all.add(Processes.start(office, List.of("-Xmx512m"), "run", "--date", DATE));
        }
        List<Integer> exits = new ArrayList<>();
        for (Running run : all) {
            exits.add(run.ended().exit());
        }
        assertThat(exits).containsOnlyOnce(0);
        assertThat(exits).isSubsetOf(0, 10, 11);
        assertThat(Regencies.nightStatuses(office)).containsExactly("COMPLETED");
    }
}
