package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** A home that is not there, or of which something is missing. */
class MissingHomeTest extends SmallOffice {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "runs",
                "show 2020-07-01",
                "run",
                "run --dry-run",
                "restart",
                "stop",
                "report",
                "doctor"
            })
    void aMistypedHomeIsNotMade(String command) {
        Path mistyped = home.resolve("hoem");
        Said said = said(command + " --home " + mistyped);
        assertThat(said.exit()).as(said.err()).isEqualTo(6);
        assertThat(said.out() + said.err()).contains("hoem").contains("./rekap init");
        assertThat(mistyped).doesNotExist();
    }

    @Test
    void anEmptyHomeIsNoName() {
        Said said = said("init --home ");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("--home is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox", "archive"})
    void aRunDoesNotMakeWhatMayLieOnADiskThatIsNotMounted(String missing) throws Exception {
        Files.delete(home.resolve(missing));
        assertThat(office.rekap("status").exit()).isZero();
        Said said = office.rekap("run", "--date", DATE);
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains(missing + " is missing").contains("not mounted");
        assertThat(home.resolve(missing)).doesNotExist();
        assertThat(office.rekap("init").exit()).isZero();
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
    }

    @Test
    void aSetThatIsLostIsSaidToBeLost() throws Exception {
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        Said whole = office.rekap("run", "--date", DATE);
        assertThat(whole.exit()).isEqualTo(10);
        assertThat(whole.err()).contains("--again").doesNotContain("./rekap report");
        assertThat(office.rekap("doctor").exit()).isZero();

        FileSystemUtils.deleteRecursively(home.resolve("reports"));
        Said lost = office.rekap("run", "--date", DATE);
        assertThat(lost.exit()).isEqualTo(10);
        assertThat(lost.err()).contains("./rekap report --date " + DATE);
        Said doctor = office.rekap("doctor");
        assertThat(doctor.exit()).isEqualTo(6);
        assertThat(doctor.out()).contains("./rekap report --date " + DATE);

        assertThat(office.rekap("report", "--date", DATE).exit()).isZero();
        assertThat(office.rekap("doctor").exit()).isZero();
    }

    /** Split at single blanks: what stands after the last may be empty. */
    private static Said said(String line) {
        return Office.said(line.split(" ", -1));
    }
}
