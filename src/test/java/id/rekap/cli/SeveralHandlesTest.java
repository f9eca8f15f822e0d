package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mandate that asks for accounts of several networks. */
class SeveralHandlesTest {
    private static final Path SAMPLES = Path.of("jobs/samples");
    private static final String DATE = "2020-07-01";
    private static final String NEXT = "2020-07-02";
    private static final String HEADER = "nip,nama,instagram,tiktok,youtube\n";
    private static final String ABDULLAH = "197807032003041030,Abdullah Amin,akun.satu,abdullah.dua,saluran.sama\n";
    private static final String SITI = "197908042004052031,Siti Hajar,siti.satu,akun.dua,saluran.sama\n";
    private static final String IQBAL = "198009052019211032,Muhammad Iqbal Putra,akun.dua,iqbal.dua,-\n";
    private static final String MUKHLIS = "197302261998081025,Mukhlis Jalil,akun.satu,akun.dua,mukhlis.tiga\n";

    @TempDir
    Path home;

    private Office office;

    @BeforeEach
    void twoListsOfAMandateWithThreeHandles() {
        office = new Office(home, "rekap.mandate: kedua");
        office.write("jobs/mandates/kedua.yml", """
                id: kedua
                number: 2/2020
                issued: 2020-07-01
                title: {id: Akun di tiga jejaring, en: Accounts of three networks}
                types:
                  PNS: {group: ASN}
                  CPNS: {group: ASN}
                  PPPK: {group: ASN}
                  PPPK_PARUH_WAKTU: {group: ASN}
                  TENAGA_KONTRAK: {group: TENAGA_KONTRAK}
                obligations:
                  - {id: satu, kind: handle, label: {id: Instagram, en: Instagram}, columns: [instagram]}
                  - {id: dua, kind: handle, label: {id: TikTok, en: TikTok}, columns: [tiktok]}
                  - {id: tiga, kind: handle, voluntary: true, label: {id: YouTube, en: YouTube}, columns: [youtube]}
                """);
        for (String what : List.of("agencies", "employees")) {
            Said said =
                    office.rekap("import", what, SAMPLES.resolve(what + ".csv").toString(), "--date", DATE);
            assertThat(said.exit()).as(said.err()).isZero();
        }
        office.write("inbox/9.03.01/daftar.csv", HEADER + ABDULLAH + SITI + IQBAL);
        office.write("inbox/7.01.02/daftar.csv", HEADER + MUKHLIS);
        run(DATE);
    }

    private void run(String date) {
        Said said = office.rekap("run", "--date", date);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    private List<String> shared(String date) {
        return office.published(date, "exceptions.csv").stream()
                .filter(row -> row.get("code").equals("HANDLE_SHARED")
                        && !row.get("state").equals("RESOLVED"))
                .map(row -> row.get("employee_name") + ": " + row.get("field") + " " + row.get("value"))
                .toList();
    }

    private List<String> unverified(String date) {
        return office.published(date, "snapshot.csv").stream()
                .filter(row -> row.get("agency_code").equals("9.03.01")
                        && !row.get("unverified").equals("0"))
                .map(row -> row.get("employment_type") + " " + row.get("obligation") + " " + row.get("unverified"))
                .toList();
    }

    @Test
    void aHandleIsSharedUnderItsObligationOnlyAndAVoluntaryOneRaisesNothing() {
        assertThat(shared(DATE))
                .containsExactlyInAnyOrder(
                        "Tgk. Abdullah Amin, S.Ag: satu akun.satu",
                        "Siti Hajar: dua akun.dua",
                        "Mukhlis Jalil, S.STP: satu akun.satu",
                        "Mukhlis Jalil, S.STP: dua akun.dua");
        assertThat(unverified(DATE)).containsExactly("PNS satu 1", "PNS dua 1", "PNS tiga 2", "PNS all 2");
    }

    @Test
    void whatIsSharedNoLongerIsVerifiedUnderItsObligation() {
        office.write("inbox/7.01.02/daftar.csv", HEADER + MUKHLIS.replace("akun.satu", "mukhlis.satu"));
        run(NEXT);
        assertThat(shared(NEXT))
                .containsExactlyInAnyOrder("Siti Hajar: dua akun.dua", "Mukhlis Jalil, S.STP: dua akun.dua");
        office.write("inbox/7.01.02/daftar.csv", "nip,nama,instagram\n197302261998081025,Mukhlis,akun.satu\n");
        run("2020-07-03");
        assertThat(shared("2020-07-03"))
                .containsExactlyInAnyOrder(
                        "Tgk. Abdullah Amin, S.Ag: satu akun.satu", "Mukhlis Jalil, S.STP: satu akun.satu");
    }

    @Test
    void aRowThatCountsElsewhereKeepsEachOfItsHandlesUnverified() {
        // Siti's only row stands on the list of another agency
        office.write("inbox/9.03.01/daftar.csv", HEADER + ABDULLAH + IQBAL);
        office.write("inbox/7.01.02/daftar.csv", HEADER + MUKHLIS + SITI);
        run(NEXT);
        assertThat(shared(NEXT)).contains("Siti Hajar: dua akun.dua").doesNotContain("Siti Hajar: satu siti.satu");
        CSVRecord dua = office.published(NEXT, "snapshot.csv").stream()
                .filter(row -> row.get("agency_code").equals("9.03.01")
                        && row.get("employment_type").equals("PNS")
                        && row.get("obligation").equals("dua"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(dua.get("met"), dua.get("unverified"))).containsExactly("1", "1");
    }
}
