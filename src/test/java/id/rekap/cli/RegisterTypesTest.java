package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A mandate that does not know everybody's employment type. */
class RegisterTypesTest extends SmallOffice {
    private static final String ENDED = "select concat(type, ' ', ended) from register_type where ended is not null";

    @Test
    void isNamedBeforeAnythingIsDone() throws Exception {
        office.write(
                "jobs/mandates/own.yml",
                Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml"))
                        .replaceFirst("(?m)^id: .*", "id: own")
                        .replaceFirst("(?m)^  TENAGA_KONTRAK:\n.*\n.*\n", ""));
        Path list = SAMPLES.resolve("EMPLOYEE_NOT_REPORTED/good/night1/4.01.01/daftar.csv");
        for (List<String> command : List.of(
                List.of("run", "--date", DATE, "--mandate", "own"),
                List.of("run", "--dry-run", "--date", DATE, "--mandate", "own"),
                List.of("check", list.toString(), "--agency", "4.01.01", "--date", DATE, "--mandate", "own"))) {
            Said said = office.rekap(command.toArray(String[]::new));
            assertThat(said.exit()).as(command + said.err()).isEqualTo(6);
            assertThat(said.err())
                    .contains("jobs/mandates/own.yml")
                    .contains("types lacks TENAGA_KONTRAK,")
                    .hasLineCount(command.equals(List.of("run", "--date", DATE, "--mandate", "own")) ? 2 : 1);
        }
        assertThat(Regencies.column(office, "select 1 from run")).isEmpty();
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
    }

    @Test
    void ofThoseWhoHaveLeftIsMissedOnlyWhereTheyWereStillThere() throws Exception {
        office.write(
                "jobs/mandates/own.yml",
                Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml"))
                        .replaceFirst("(?m)^id: .*", "id: own")
                        .replaceFirst("(?m)^  TENAGA_KONTRAK:\n.*\n.*\n", ""));
        office.write(
                "employees.csv",
                Files.readAllLines(SAMPLES.resolve("employees.csv")).stream()
                        .filter(line -> !line.contains("TENAGA_KONTRAK"))
                        .collect(Collectors.joining("\n")));
        Said ended = office.rekap(
                "import", "employees", home.resolve("employees.csv").toString(), "--date", "2020-07-05", "--force");
        assertThat(ended.exit()).as(ended.err()).isZero();
        assertThat(office.rekap("run", "--date", "2020-07-04", "--mandate", "own")
                        .exit())
                .isEqualTo(6);
        Said later = office.rekap("run", "--date", "2020-07-05", "--mandate", "own");
        assertThat(later.exit()).as(later.err()).isZero();
        assertThat(Regencies.column(office, ENDED))
                .as("so that no run asks everybody")
                .containsExactly("TENAGA_KONTRAK 2020-07-05");
        Said back = office.rekap(
                "import", "employees", SAMPLES.resolve("employees.csv").toString(), "--date", "2020-07-06");
        assertThat(back.exit()).as(back.err()).isZero();
        assertThat(Regencies.column(office, ENDED)).isEmpty();
        assertThat(office.rekap("run", "--date", "2020-07-06", "--mandate", "own")
                        .exit())
                .isEqualTo(6);
    }
}
