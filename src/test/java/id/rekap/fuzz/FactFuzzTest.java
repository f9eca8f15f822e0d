package id.rekap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of what {@code src/bench/fuzz --facts} does for as long as one likes. */
class FactFuzzTest {
    @TempDir
    Path work;

    @Test
    void spoiledChatsAndExportsAreReadOrRefusedAndChangeNothingElse() throws Exception {
        FactFuzz.Result result = new FactFuzz(20200701, work, Path.of("target", "fuzz")).run(3, 300);
        assertThat(result.failures).isEmpty();
        assertThat(result.nights).isEqualTo(3);
        assertThat(result.became)
                .containsKeys(
                        "chat read",
                        "chat NO_HEADER",
                        "chat NO_DATE_ORDER",
                        "export complete",
                        "export BROKEN",
                        "export SHORT",
                        "export GAP");
    }
}
