package id.rekap.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whether the process that owns a lock is dead. */
class LockOwnerTest {
    @Test
    void theProcessAtHandLives() {
        assertThat(LockOwner.thisProcess().isKnownDead()).isFalse();
    }

    /** As in a container without an init process: the parent never asks how its child ended. */
    @Test
    void aProcessThatWasKilledIsDeadAlsoWhereNobodyCollectsIt() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "Linux only");
        Process parent = new ProcessBuilder("sh", "-c", "sleep 60 & echo $!; exec sleep 60").start();
        try (BufferedReader said = parent.inputReader()) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(said.readLine().strip())).orElseThrow();
            LockOwner owner = new LockOwner(
                    LockOwner.thisProcess().host(),
                    child.pid(),
                    child.info().startInstant().orElseThrow().toEpochMilli());
            // A shell would still collect it; what it turns into does not.
            Path name = Path.of("/proc/" + parent.pid() + "/comm");
            for (int i = 0; i < 500 && !Files.readString(name).strip().equals("sleep"); i++) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(owner.isKnownDead()).isFalse();
            assertThat(child.destroyForcibly()).isTrue();
            for (int i = 0; i < 100 && !owner.isKnownDead(); i++) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(Files.readString(Path.of("/proc/" + child.pid() + "/stat")))
                    .contains(") Z ");
            assertThat(owner.isKnownDead()).isTrue();
        } finally {
            parent.destroyForcibly();
        }
    }
}
