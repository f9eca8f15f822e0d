package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.cli.Processes.Ended;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in every step, then restart: the same bytes and the same facts as an undisturbed run. */
class CrashTest {
    /** Kills of one night, in the order in which a restart comes by them. */
    private static final List<String> PLAN = List.of(
            "receive", "read", "read", "plan", "reconcile", "reconcile", "cross-check", "reconcile-again", "publish");

    private final Random random = new Random(20200713);

    @TempDir
    Path disturbed;

    @Test
    void killedAndRestartedNightsEndInTheBytesOfUndisturbedOnes() throws Exception {
        Office crashed = Regencies.office(disturbed);
        Map<String, Integer> kills = new TreeMap<>();
        for (int night = 1; night <= 3; night++) {
            String date = Regencies.date(night);
            Regencies.drop(crashed, night);
            for (String step : PLAN) {
                int at = 1 + random.nextInt(statements(step, night));
                Ended ended = Processes.run(crashed, List.of("-Drekap.kill=" + step + ":" + at), "run", "--date", date);
                if (ended.exit() == 137) {
                    kills.merge(step, 1, Integer::sum);
                    System.out.println(date + ": "
                            + ended.said()
                                    .lines()
                                    .filter(l -> l.startsWith("KILLED"))
                                    .findFirst()
                                    .orElse("?"));
                } else {
                    assertThat(ended.exit()).as(ended.said()).isIn(0, 10);
                }
            }
            Said last = crashed.rekap("restart", "--date", date);
            assertThat(last.exit()).as(last.err()).isIn(0, 10);
            Undisturbed.night(night).assertIsThatOf(crashed);
        }
        System.out.println("Kills by step: " + kills);
        assertThat(kills.keySet())
                .containsAll(
                        List.of("receive", "read", "plan", "reconcile", "cross-check", "reconcile-again", "publish"));
        assertThat(kills)
                .allSatisfy((step, count) -> assertThat(count)
                        .as(step)
                        .isGreaterThanOrEqualTo(step.equals("read") || step.equals("reconcile") ? 5 : 3));
    }

    /** At most half of what the step has to do that night, so that two kills find something to do. */
    private static int statements(String step, int night) {
        return switch (step) {
            case "read" -> night == 1 ? 80 : 10;
            case "reconcile" -> night == 1 ? 150 : 30;
            case "reconcile-again" -> 12;
            default -> 6;
        };
    }
}
