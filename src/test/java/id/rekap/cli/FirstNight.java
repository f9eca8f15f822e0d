package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Processes.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A home with its register, and the files of the first night in its inbox. */
abstract class FirstNight {
    static final String DATE = Regencies.date(1);

    @TempDir
    Path home;

    Office office;

    @BeforeEach
    void register() throws Exception {
        office = Regencies.office(home);
        Regencies.drop(office, 1);
    }

    /** Its run, killed at a statement of a step. */
    void kill(String where) throws Exception {
        Ended killed = Processes.run(office, List.of("-Drekap.kill=" + where), "run", "--date", DATE);
        assertThat(killed.exit()).as(killed.said()).isEqualTo(137);
    }
}
