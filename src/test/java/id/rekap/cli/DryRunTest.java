package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What run --dry-run says, beside what run then does. */
class DryRunTest extends SmallOffice {
    private static final String LIST = "inbox/9.03.01/kehadiran.csv";

    @BeforeEach
    void secondMandateAndAListOfIt() throws IOException {
        String circular = Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml"));
        office.write(
                "jobs/mandates/hadir.yml",
                circular.substring(0, circular.indexOf("obligations:")).replaceFirst("(?m)^id: .*", "id: hadir") + """
                        obligations:
                          - id: apel
                            kind: yes-no
                            label: {id: Apel, en: Roll call}
                            columns: [apel]
                        """);
        office.write(LIST, "nip,nama,apel\n197807032003041030,Abdullah Amin,ya\n");
    }

    @Test
    void readsAListAsTheMandateThatIsAskedForDoes() {
        assertThat(office.rekap("run", "--date", DATE, "--dry-run", "--mandate", "hadir")
                        .out())
                .contains("kehadiran.csv: 1 rows");
        Said other = office.rekap("run", "--date", DATE, "--dry-run");
        assertThat(other.out()).contains("kehadiran.csv: a list of the mandate hadir");
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        assertThat(office.published(DATE, "exceptions.csv"))
                .noneMatch(row -> row.get("code").startsWith("FILE_"));
    }

    @Test
    void endsAsTheRunOfACompleteDateWould() {
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        office.write(LIST, "nip,nama,apel\n197807032003041030,Abdullah Amin,tidak\n");
        Said said = office.rekap("run", "--date", DATE, "--dry-run");
        assertThat(said.exit()).isEqualTo(10);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("1 file waits for a run (9.03.01/kehadiran.csv)", "./rekap run --date " + DATE + " --again");
        Said again = office.rekap("run", "--date", DATE, "--dry-run", "--again");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("kehadiran.csv");
    }

    @Test
    void saysThatARunThatWasCutShortTakesNoMore() throws Exception {
        assertThat(Processes.run(office, List.of("-Drekap.kill=read:2"), "run", "--date", DATE)
                        .exit())
                .isEqualTo(137);
        office.write("inbox/9.03.01/sesudahnya.csv", "nip,nama,apel\n197807032003041030,Abdullah Amin,ya\n");
        Said said = office.rekap("run", "--date", DATE, "--dry-run");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).doesNotContain("sesudahnya.csv");
        assertThat(said.err()).contains("unfinished");
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        assertThat(home.resolve("inbox/9.03.01/sesudahnya.csv")).exists();
    }

    @Test
    void printsJsonWhereNothingIsTaken() {
        assertThat(office.rekap("run", "--date", "2020-07-02").exit()).isZero();
        assertThat(office.rekap("run", "--date", DATE, "--dry-run", "--json")
                        .out()
                        .strip())
                .isEqualTo("[]");
    }

    @Test
    void aDayThatHasNotComeIsRefusedBeforeAnythingIsDone() {
        Said mistyped = office.rekap("run", "--date", "2999-12-12");
        assertThat(mistyped.exit()).isEqualTo(2);
        assertThat(mistyped.err()).contains("2999-12-12 has not come yet", "--force");
        assertThat(office.rekap("run", "--date", "2999-12-12", "--dry-run").exit())
                .isEqualTo(2);
        assertThat(office.path(LIST)).exists();
        assertThat(office.rekap("runs").out()).doesNotContain("2999-12-12");
        assertThat(office.rekap("run", "--date", "2999-12-12", "--force").exit())
                .isZero();
    }
}
