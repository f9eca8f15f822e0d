package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The option --fail-on: what is open in the published set becomes an exit code. */
class FailOnTest extends SmallOffice {
    @BeforeEach
    void dropAListWithWarnings() throws IOException {
        office.drop(SAMPLES.resolve("VALUE_UNREADABLE/bad/night1"));
    }

    private long open(String severity) {
        return office.published(DATE, "exceptions.csv").stream()
                .filter(row -> row.get("severity").equals(severity) && isOpen(row))
                .count();
    }

    private static boolean isOpen(CSVRecord row) {
        return !row.get("state").equals("RESOLVED");
    }

    @Test
    void publishesAndEndsInTwentyWhereErrorsAreOpen() {
        Said said = office.rekap("run", "--date", DATE, "--fail-on", "error", "--json");
        assertThat(said.exit()).as(said.err()).isEqualTo(20);
        assertThat(said.out()).contains("\"end\":\"PUBLISHED\"");
        assertThat(said.err())
                .contains(open("error") + " errors. ")
                .contains(DATE + "/exceptions.csv")
                .doesNotContain("warning");
    }

    @Test
    void countsWarningsTooWhereTheyAreAskedFor() {
        Said said = office.rekap("run", "--date", DATE, "--fail-on", "warning");
        assertThat(said.exit()).as(said.err()).isEqualTo(20);
        assertThat(said.err()).contains(open("error") + " errors, " + open("warning") + " warnings. ");
    }

    @Test
    void holdsForARestartToo() throws Exception {
        assertThat(Processes.run(office, List.of("-Drekap.kill=reconcile:2"), "run", "--date", DATE)
                        .exit())
                .isEqualTo(137);
        assertThat(office.rekap("restart", "--fail-on", "error").exit()).isEqualTo(20);
        assertThat(home.resolve("reports/" + DATE + "/manifest.json")).exists();
    }

    @Test
    void saysOfACompleteDateThatThereIsNothingToDo() {
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        assertThat(office.rekap("run", "--date", DATE, "--fail-on", "error").exit())
                .isEqualTo(10);
    }

    @Test
    void takesNoOtherSeverity() {
        Said said = office.rekap("run", "--date", DATE, "--fail-on", "info");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(home.resolve("reports/" + DATE)).doesNotExist();
    }
}
