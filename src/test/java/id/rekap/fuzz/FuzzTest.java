package id.rekap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of what {@code src/bench/fuzz} does for as long as one likes. */
class FuzzTest {
    private static final int FILES = 500;

    @TempDir
    Path work;

    @Test
    void everyMutantOfTheCorpusEndsWithAVerdict() throws Exception {
        Fuzz.Result result = new Fuzz(20200701, work, Path.of("target", "fuzz"), FILES).run(0, FILES, 300);
        assertThat(result.failures.values()).isEmpty();
        assertThat(result.executions).isEqualTo(FILES);
        assertThat(result.nights).isEqualTo(1);
        assertThat(result.codes).hasSizeGreaterThanOrEqualTo(20);
    }
}
