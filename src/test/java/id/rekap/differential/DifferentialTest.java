package id.rekap.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short run of what {@code src/bench/differential} does for as long as one likes. */
class DifferentialTest {
    private static final Databases DATABASES = Databases.made();

    @TempDir
    Path work;

    @ParameterizedTest
    @ValueSource(longs = {3, 10})
    void nightsStepByStepSayWhatComputingThemWhollyAnewSays(long seed) throws Exception {
        assertThat(new RandomNights(seed).run(work, DATABASES)).isEmpty();
    }
}
