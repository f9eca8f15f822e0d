package id.rekap.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A home with the samples' register of some forty people. */
abstract class SmallOffice {
    static final Path SAMPLES = Path.of("jobs/samples");
    static final String DATE = "2020-07-01";

    @TempDir
    Path home;

    Office office;

    @BeforeEach
    void register() {
        office = Registered.SAMPLES.in(home);
    }
}
