package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.nio.file.Path;
import java.sql.SQLException;
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

    @Test
    void aCorrectionReplacesTheRowThatTheRegisterOfTheNightSaysIsThatPersons() {
        employees("2020-07-01", person(ANI, "A"), person(BUDI, "A"), person(CITRA, "C"));
        list("daftar.csv", row(ANI_BEFORE, "Nama Lama"), row(BUDI, "Budi Umpama"));
        assertThat(rowsOf("2020-07-01")).isEqualTo("2 rows, 1 counted");
        list("ralat.csv", row(ANI, "Ani Contoh"));
        assertThat(rowsOf("2020-07-02")).isEqualTo("3 rows, 2 counted");
        employees("2020-07-01", person(ANI, "A") + "," + ANI_BEFORE, person(BUDI, "A"), person(CITRA, "C"));
        assertThat(rowsOf("2020-07-03")).isEqualTo("2 rows, 2 counted");
        run("2020-07-02", "--again");
        assertThat(rows("2020-07-02")).isEqualTo("2 rows, 2 counted");
        employees("2020-07-01", person(ANI, "A"), person(BUDI, "A"), person(CITRA, "C"));
        assertThat(rowsOf("2020-07-04")).isEqualTo("3 rows, 2 counted");
    }

    @Test
    void aCorrectionOfAnotherAgencysPersonReplacesWhatTheRegisterOfTheNightSays() {
        employees("2020-07-01", person(ANI, "B"), person(BUDI, "A"), person(CITRA, "C"));
        list("daftar.csv", row(ANI_BEFORE, "Nama Lama"), row(BUDI, "Budi Umpama"));
        run("2020-07-01");
        list("ralat.csv", row(ANI, "Ani Contoh"));
        assertThat(rowsOf("2020-07-02")).isEqualTo("3 rows, 2 counted");
        employees("2020-07-01", person(ANI, "B") + "," + ANI_BEFORE, person(BUDI, "A"), person(CITRA, "C"));
        assertThat(rowsOf("2020-07-03")).isEqualTo("2 rows, 2 counted");
        employees("2020-07-01", person(ANI, "B"), person(BUDI, "A"), person(CITRA, "C"));
        assertThat(rowsOf("2020-07-04")).isEqualTo("3 rows, 2 counted");
    }

    @Test
    void aRowThatACorrectionReplacedByNameCountsAgainWhenTheRegisterKnowsItsNumber() {
        employees("2020-07-01", person(ANI, "A"), person(BUDI, "A"));
        list("daftar.csv", row(CITRA, "Ani Contoh"), row(BUDI, "Budi Umpama"));
        run("2020-07-01");
        list("ralat.csv", row(ANI, "Ani Contoh"));
        assertThat(rowsOf("2020-07-02")).isEqualTo("2 rows, 2 counted");
        employees("2020-07-01", person(ANI, "A"), person(BUDI, "A"), person(CITRA, "A"));
        assertThat(rowsOf("2020-07-03")).isEqualTo("3 rows, 3 counted");
    }

    @Test
    void aListThatIsCorrectedEveryNightDoesNotGrow() throws SQLException {
        employees("2020-07-01", person(ANI, "A"), person(BUDI, "A"));
        list("daftar.csv", row(ANI, "Ani Contoh"), row(BUDI, "Budi Umpama"));
        run("2020-07-01");
        for (int day = 2; day < 7; day++) {
            list("ralat " + day + ".csv", row(ANI, "Ani Contoh").replace(",1\n", "," + day + "\n"));
            assertThat(rowsOf("2020-07-0" + day)).isEqualTo("2 rows, 2 counted");
        }
        assertThat(Regencies.column(office, "select row_count from list_page where received_on = '2020-07-06'"))
                .containsExactly("3");
    }

    private static String row(String no, String name) {
        return no + "," + name + ",akun." + no.substring(4, 8) + ",ya,ya,1\n";
    }

    /** Of agency A. */
    private void list(String name, String... rows) {
        office.write("inbox/A/" + name, HEADER + String.join("", rows));
    }

    private String rowsOf(String date) {
        run(date);
        return rows(date);
    }

    private String rows(String date) {
        return office.published(date, "agencies.csv").stream()
                .filter(row -> row.get("agency_code").equals("A"))
                .map(row -> row.get("rows") + " rows, " + row.get("counted") + " counted")
                .findFirst()
                .orElseThrow();
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
