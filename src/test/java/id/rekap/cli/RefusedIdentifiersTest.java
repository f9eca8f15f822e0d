package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows whose identifier is refused: what is said of them, what corrects them, and until when they stay refused. */
class RefusedIdentifiersTest {
    private static final Path SAMPLES = Path.of("jobs/samples");
    private static final String FIRST = "2020-07-01";
    private static final String SECOND = "2020-07-02";
    private static final String THIRD = "2020-07-03";
    private static final String BAITUL_MAL = "9.03.01";
    private static final String LHOKNGA = "7.01.02";
    private static final String ABDULLAH = "197807032003041030,Abdullah Amin,abdullah.contoh,1\n";

    @TempDir
    Path home;

    private Office office;

    @BeforeEach
    void register() {
        office = new Office(home);
        importing("agencies", SAMPLES.resolve("agencies.csv"), FIRST);
        importing("employees", SAMPLES.resolve("employees.csv"), FIRST);
    }

    private void importing(String what, Path file, String date) {
        Said said = office.rekap("import", what, file.toString(), "--date", date);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    /** The register with one line that is written otherwise. */
    private void registerWith(String line, String otherwise, String date) throws IOException {
        String employees = Files.readString(SAMPLES.resolve("employees.csv"));
        assertThat(employees).contains(line);
        office.write("employees.csv", employees.replace(line, otherwise));
        importing("employees", home.resolve("employees.csv"), date);
    }

    private void drop(String agency, String name, String rows) {
        office.write("inbox/" + agency + "/" + name, "nip,nama,instagram,repost\n" + rows);
    }

    private void run(String date, String... more) {
        String[] arguments = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("run", "--date", date), java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        Said said = office.rekap(arguments);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    /** Of rows that do not count, or count elsewhere: code and what is written. */
    private List<String> said(String agency, String date) {
        return office.published(date, "exceptions.csv").stream()
                .filter(row -> row.get("agency_code").equals(agency)
                        && !row.get("state").equals("RESOLVED")
                        && !row.get("row").isEmpty())
                .map(row -> row.get("code") + " " + row.get("value"))
                .toList();
    }

    private String rows(String date) {
        CSVRecord agency = office.published(date, "agencies.csv").stream()
                .filter(row -> row.get("agency_code").equals(BAITUL_MAL))
                .findFirst()
                .orElseThrow();
        return agency.get("counted") + " of " + agency.get("rows");
    }

    @Test
    void aCorrectionThatIsRefusedItselfTakesThePlaceOfTheRefusedRowOfItsName() {
        drop(BAITUL_MAL, "daftar.csv", ABDULLAH + ",Yusra,yusra.contoh,1\n");
        run(FIRST);
        assertThat(said(BAITUL_MAL, FIRST)).containsExactly("ID_MISSING ");
        drop(BAITUL_MAL, "ralat.csv", "\"1,10624E+15\",YUSRA,yusra.contoh,1\n");
        run(SECOND);
        assertThat(said(BAITUL_MAL, SECOND)).containsExactly("ID_DAMAGED 1,10624E+15");
        assertThat(rows(SECOND)).isEqualTo("1 of 2");
        drop(BAITUL_MAL, "ralat.csv", "1106236311830225,Yusra,yusra.contoh,1\n");
        run(THIRD);
        assertThat(said(BAITUL_MAL, THIRD)).isEmpty();
        assertThat(rows(THIRD)).isEqualTo("2 of 2");
    }

    /** A name of which nothing is left when it is compared is no name that rows could have in common. */
    @Test
    void aCorrectionWithoutANameTakesNobodysPlace() {
        drop(BAITUL_MAL, "daftar.csv", ABDULLAH + ",...,yusra.contoh,1\n");
        office.write("inbox/" + BAITUL_MAL + "/ralat.csv", "nip,instagram,repost\n1106236311830225,yusra.lain,1\n");
        run(FIRST);
        assertThat(said(BAITUL_MAL, FIRST)).containsExactly("ID_MISSING ");
        assertThat(rows(FIRST)).isEqualTo("2 of 3");
    }

    @Test
    void correctionsOfOneDropFollowEachOther() {
        drop(BAITUL_MAL, "daftar.csv", ABDULLAH + ",Yusra,yusra.contoh,1\n");
        drop(BAITUL_MAL, "ralat 1.csv", "-,Yusra,yusra.contoh,2\n");
        drop(BAITUL_MAL, "ralat 2.csv", "1106236311830225,Yusra,yusra.contoh,1\n");
        run(FIRST);
        assertThat(said(BAITUL_MAL, FIRST)).isEmpty();
        assertThat(rows(FIRST)).isEqualTo("2 of 2");
    }

    @Test
    void aCorrectionIsAddedWhereItsNameDoesNotTellWhichRowIsMeant() {
        drop(BAITUL_MAL, "daftar.csv", ABDULLAH + ",Yusra,yusra.contoh,1\n-,Yusra,yusra.lain,1\n");
        drop(BAITUL_MAL, "ralat.csv", "NIP.,Yusra,yusra.contoh,2\n',Nur,nur.contoh,2\n");
        run(FIRST);
        assertThat(said(BAITUL_MAL, FIRST))
                .as("with what was written; a spreadsheet would not show a lone apostrophe")
                .containsExactlyInAnyOrder("ID_MISSING ", "ID_MISSING '-", "ID_MISSING NIP.", "ID_MISSING '");
        assertThat(rows(FIRST)).isEqualTo("1 of 5");
    }

    @Test
    void aMissingNumberIsAnotherExceptionWhereSomethingElseIsWritten() {
        drop(BAITUL_MAL, "daftar.csv", ABDULLAH + "-,Yusra,yusra.contoh,1\n");
        run(FIRST);
        drop(BAITUL_MAL, "daftar.csv", ABDULLAH + "NIK,Yusra,yusra.contoh,1\n");
        run(SECOND);
        assertThat(office.published(SECOND, "exceptions.csv").stream()
                        .filter(row -> row.get("code").equals("ID_MISSING"))
                        .map(row -> row.get("state") + " " + row.get("value")))
                .containsExactlyInAnyOrder("NEW NIK", "RESOLVED '-");
    }

    @Test
    void aMalformedNumberIsJudgedAgainOnceTheRegisterKnowsIt() throws IOException {
        String malformed = "390112299,Fitri Wahyuni,fitri.contoh,1\nDua belas 12,Nur,nur.contoh,1\n";
        drop(BAITUL_MAL, "daftar.csv", ABDULLAH + malformed + "é1,Nur,nur.contoh,1\n");
        run(FIRST);
        assertThat(said(BAITUL_MAL, FIRST))
                .containsExactly("ID_MALFORMED 390112299", "ID_MALFORMED Dua belas 12", "ID_MALFORMED é1");
        String fitri = "197403271999092026,Fitri Wahyuni,PNS,7.01.02,01,";
        registerWith(fitri, fitri + "390112299", SECOND);
        run(SECOND);
        assertThat(said(BAITUL_MAL, SECOND))
                .containsExactly("EMPLOYEE_ELSEWHERE 9.03.01", "ID_MALFORMED Dua belas 12", "ID_MALFORMED é1");
        assertThat(rows(SECOND)).isEqualTo("2 of 4");
        run(FIRST, "--again");
        assertThat(said(BAITUL_MAL, FIRST)).contains("ID_MALFORMED 390112299");
    }

    @Test
    void aNumberIsPossibleOnTheDateOnWhichItsListWasReceived() throws IOException {
        String nextYearsButOne = "199001012022011777,Orang Baru,orang.baru,1\n";
        drop(BAITUL_MAL, "daftar.csv", ABDULLAH + nextYearsButOne);
        run("2020-12-31");
        assertThat(said(BAITUL_MAL, "2020-12-31")).containsExactly("ID_MALFORMED 199001012022011777");
        run("2021-01-01");
        assertThat(said(BAITUL_MAL, "2021-01-01")).containsExactly("ID_MALFORMED 199001012022011777");
        // something of the agency has changed: it is judged anew
        registerWith("Siti Hajar,PNS", "Siti Hajar Contoh,PNS", "2021-01-02");
        run("2021-01-02");
        assertThat(said(BAITUL_MAL, "2021-01-02")).containsExactly("ID_MALFORMED 199001012022011777");
        drop(BAITUL_MAL, "daftar.csv", ABDULLAH + nextYearsButOne + "\n");
        assertThat(office.rekap(
                                "check",
                                home.resolve("inbox/9.03.01/daftar.csv").toString(),
                                "--agency",
                                BAITUL_MAL,
                                "--date",
                                "2021-01-03")
                        .out())
                .contains("EMPLOYEE_UNKNOWN")
                .doesNotContain("ID_MALFORMED");
        run("2021-01-03");
        assertThat(said(BAITUL_MAL, "2021-01-03")).containsExactly("EMPLOYEE_UNKNOWN 199001012022011777");
    }

    @Test
    void aNumberThatTheRegisterKnowsOnlyLaterMakesNobodyBeAtHomeBefore() throws IOException {
        drop(BAITUL_MAL, "daftar.csv", ABDULLAH + "198001012005012777,Siti Hajar,siti.contoh,1\n");
        drop(LHOKNGA, "daftar.csv", "197908042004052031,Siti Hajar,siti.contoh,1\n");
        run(FIRST);
        String siti = "197908042004052031,Siti Hajar,PNS,9.03.01,01,390112233";
        registerWith(siti, siti + "|198001012005012777", SECOND);
        run(SECOND);
        assertThat(said(LHOKNGA, SECOND)).containsExactly("EMPLOYEE_TWICE 9.03.01");
        assertThat(said(BAITUL_MAL, SECOND)).isEmpty();
        run(FIRST, "--again");
        assertThat(said(LHOKNGA, FIRST)).containsExactly("EMPLOYEE_ELSEWHERE 7.01.02");
        assertThat(said(BAITUL_MAL, FIRST)).containsExactly("EMPLOYEE_UNKNOWN 198001012005012777");
    }

    @Test
    void aNikWrittenInGroupsIsMaskedWhereverItIsShown() throws IOException {
        drop(
                BAITUL_MAL,
                "daftar.csv",
                ABDULLAH + "1106 2363 1183 0229,Yusra,yusra.contoh,1\n1106.2363.1183.0229,Nur,nur.contoh,1\n"
                        + "19860926 201505 1 777,Fulan,fulan.contoh,1\n");
        run(FIRST);
        assertThat(said(BAITUL_MAL, FIRST))
                .containsExactly(
                        "EMPLOYEE_UNKNOWN **** **** **** 0229",
                        "ID_MALFORMED ****.****.****.0229",
                        "EMPLOYEE_UNKNOWN 19860926 201505 1 777");
        assertThat(Files.readString(home.resolve("reports/latest/exceptions.csv")))
                .doesNotContain("2363");
    }
}
