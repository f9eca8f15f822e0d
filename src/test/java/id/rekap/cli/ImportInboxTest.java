package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** The register's files that lie in the inbox. */
class ImportInboxTest {
    private static final String EMPLOYEES =
            "employee_no,name,employment_type,agency_code\n198001012005011001,Ani,PNS,A1\n";

    @TempDir
    Path home;

    private Office office;

    @BeforeEach
    void files() {
        office = new Office(home, "rekap.intake.quiet-period: 0s");
        assertThat(office.rekap("init").exit()).isZero();
        office.write("inbox/_register/agencies.csv", "code,name\nA1,Dinas Contoh\n");
        office.write("inbox/_register/employees.csv", EMPLOYEES);
    }

    @Test
    void agenciesComeFirstAndWhatWasTakenGoesToTheArchive() {
        Said said = office.rekap("import", "inbox", "--date", "2020-07-01");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(office.path("inbox/_register")).isEmptyDirectory();
        assertThat(office.path("archive/_register/2020-07-01/employees.csv")).hasContent(EMPLOYEES.strip());
        assertThat(office.rekap("import", "inbox").exit()).isEqualTo(10);
    }

    @Test
    void saysWhatEachImportChangedAsJson() {
        String said = office.rekap("import", "inbox", "--date", "2020-07-01", "--json")
                .out();
        try (MappingIterator<Object> documents =
                JsonMapper.shared().readerFor(Object.class).readValues(said)) {
            assertThat(documents.readAll())
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(one.toString()).contains("date=2020-07-01"));
        }
    }

    @Test
    void whatWasRefusedStays() {
        office.write("inbox/_register/employees.csv", EMPLOYEES.replace("A1", "A9"));
        Said said = office.rekap("import", "inbox", "--date", "2020-07-01");
        assertThat(said.exit()).as(said.err()).isEqualTo(20);
        assertThat(office.path("inbox/_register/employees.csv")).exists();
        assertThat(office.path("inbox/_register/agencies.csv")).doesNotExist();
        assertThat(office.rekap("import", "inbox", "--date", "2020-07-01", "--unless-refused")
                        .exit())
                .isEqualTo(10);
    }
}
