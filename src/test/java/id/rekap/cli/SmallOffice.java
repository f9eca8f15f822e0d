package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.nio.file.Path;
import java.util.List;
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
        office = new Office(home);
        for (String what : List.of("agencies", "employees")) {
            Said said =
                    office.rekap("import", what, SAMPLES.resolve(what + ".csv").toString(), "--date", DATE);
            assertThat(said.exit()).as(said.err()).isZero();
        }
    }
}
