package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports for other dates than that of the next night: each night says what the register says of its date. */
class BackdatedImportTest {
    private static final String ANI = "197001012010011001";
    private static final String BUDI = "197102022011021002";
    private static final String CITRA = "197203032012031003";
    private static final String ANI_BEFORE = "197001012009011001";
    private static final String HEADER =
            "nip,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost\n";

    @TempDir
    Path home;

    private Office office;

    @BeforeEach
    void threeAgencies() {
        office = new Office(home);
        agencies("2020-07-01", "A", "B", "C");
    }

    @Test
    void aMoveThatALaterImportTakesBackEndsOnThatImportsDate() {
        employees("2020-07-01", person(ANI, "B"), person(BUDI, "B"), person(CITRA, "C"));
        employees("2020-07-05", person(ANI, "B"), person(BUDI, "B"), person(CITRA, "C"));
        employees("2020-07-03", person(ANI, "C"), person(BUDI, "B"), person(CITRA, "C"));
        assertThat(headcounts("2020-07-01")).containsExactly("A 0", "B 2", "C 1");
        assertThat(headcounts("2020-07-03")).containsExactly("A 0", "B 1", "C 2");
        assertThat(headcounts("2020-07-05")).containsExactly("A 0", "B 2", "C 1");
    }

    @Test
    void aFormerNumberThatIsWithdrawnIsUnknownToTheListThatUsesItWhereverThePersonIsByThen() {
        employees("2020-07-01", person(ANI, "B") + "," + ANI_BEFORE, person(BUDI, "B"), person(CITRA, "C"));
        employees("2020-07-02", person(ANI, "C") + "," + ANI_BEFORE, person(BUDI, "B"), person(CITRA, "C"));
        office.write("inbox/C/daftar.csv", HEADER + ANI_BEFORE + ",Orang Rekaan,akun.ani,ya,ya,1\n");
        assertThat(codesOf("2020-07-03", "C")).doesNotContain("EMPLOYEE_UNKNOWN");
        for (String date : List.of("2020-07-01", "2020-07-02")) {
            employees(date, person(ANI, date.endsWith("1") ? "B" : "C"), person(BUDI, "B"), person(CITRA, "C"));
        }
        assertThat(codesOf("2020-07-04", "C")).contains("EMPLOYEE_UNKNOWN");
    }

    @Test
    void oneRowCountsOfSomebodyWhoseAgencyEndsBeforeThem() {
        employees("2020-07-01", person(ANI, "A"), person(BUDI, "B"), person(CITRA, "C"));
        for (String agency : List.of("B", "C")) {
            office.write("inbox/" + agency + "/daftar.csv", HEADER + ANI + ",Orang Rekaan,akun.ani,ya,ya,1\n");
        }
        assertThat(codesOf("2020-07-01", "C")).contains("EMPLOYEE_TWICE");
        agencies("2020-07-02", "B", "C");
        assertThat(codesOf("2020-07-02", "C")).contains("EMPLOYEE_TWICE");
        assertThat(codes("2020-07-02", "B")).doesNotContain("EMPLOYEE_TWICE");
        run("2020-07-02", "--again");
        assertThat(codes("2020-07-02", "C")).contains("EMPLOYEE_TWICE");
        assertThat(codes("2020-07-02", "B")).doesNotContain("EMPLOYEE_TWICE");
    }

    private static String person(String no, String agency) {
        return String.join(",", no, "Orang Rekaan", "PNS", agency);
    }

    private void agencies(String date, String... codes) {
        StringBuilder file = new StringBuilder("kode,nama\n");
        List.of(codes)
                .forEach(
                        code -> file.append(code).append(",Dinas ").append(code).append('\n'));
        imports("agencies", file.toString(), date);
    }

    private void employees(String date, String... rows) {
        imports("employees", "nomor,nama,jenis,kode_opd,nomor_lama\n" + String.join("\n", rows), date);
    }

    private void imports(String what, String file, String date) {
        office.write(what + ".csv", file);
        done("import", what, office.path(what + ".csv").toString(), "--date", date);
    }

    private void run(String date, String... more) {
        List<String> command = new ArrayList<>(List.of("run", "--date", date));
        command.addAll(List.of(more));
        done(command.toArray(String[]::new));
    }

    private void done(String... command) {
        Said said = office.rekap(command);
        assertThat(said.exit())
                .as("%s: %s", String.join(" ", command), said.err())
                .isZero();
    }

    private List<String> headcounts(String date) {
        run(date);
        return office.published(date, "agencies.csv").stream()
                .map(row -> row.get("agency_code") + " " + row.get("headcount"))
                .toList();
    }

    private List<String> codesOf(String date, String agency) {
        run(date);
        return codes(date, agency);
    }

    private List<String> codes(String date, String agency) {
        return office.published(date, "exceptions.csv").stream()
                .filter(row -> row.get("agency_code").equals(agency)
                        && !row.get("state").equals("RESOLVED"))
                .map(row -> row.get("code"))
                .toList();
    }
}
