package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why lists are held: each cause in words that are true of it, the same by night and by check. */
class HoldReasonsTest {
    private static final String HEADER =
            "nip,nama,instagram,follow humasacehbesar,follow mediacenter acehbesar,repost\n";
    private static final String FIRST = "2020-07-01";
    private static final String SECOND = "2020-07-02";

    @TempDir
    Path home;

    private Office office;

    /** Thirty civil servants and six contract staff in A, thirty of B, ten of C below B. */
    @BeforeEach
    void register() throws IOException {
        office = new Office(home);
        office.write("agencies.csv", "code,name,parent\nA,Dinas Alam,\nB,Badan Bina,\nC,Bidang Cipta,B\n");
        StringBuilder people = new StringBuilder("employee_no,name,employment_type,agency_code\n");
        numbers(0, 30).forEach(no -> people.append(no).append(",Pegawai,PNS,A\n"));
        contract(0, 6).forEach(no -> people.append(no).append(",Pegawai,TENAGA_KONTRAK,A\n"));
        numbers(30, 60).forEach(no -> people.append(no).append(",Pegawai,PNS,B\n"));
        numbers(60, 70).forEach(no -> people.append(no).append(",Pegawai,PNS,C\n"));
        office.write("employees.csv", people.toString());
        for (String what : List.of("agencies", "employees")) {
            done("import", what, home.resolve(what + ".csv").toString(), "--date", FIRST);
        }
    }

    private static List<String> numbers(int from, int to) {
        return numbered(
                from, to, i -> "1980%02d%02d2005%02d1%03d".formatted(1 + i % 12, 1 + i % 28, 1 + i % 12, 1 + i));
    }

    private static List<String> contract(int from, int to) {
        return numbered(from, to, i -> "110601%02d%02d80%04d".formatted(1 + i, 1 + i % 12, 1 + i));
    }

    private static List<String> numbered(int from, int to, IntFunction<String> number) {
        return IntStream.range(from, to).mapToObj(number).toList();
    }

    @SafeVarargs
    private static String list(List<String>... parts) {
        StringBuilder list = new StringBuilder(HEADER);
        for (List<String> part : parts) {
            part.forEach(no -> list.append(no).append(",Pegawai,akun.contoh,ya,ya,1\n"));
        }
        return list.toString();
    }

    private void done(String... arguments) {
        Said said = office.rekap(arguments);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    private void night(String date, String agency, String list) throws IOException {
        office.write("inbox/" + agency + "/daftar " + date + ".csv", list);
        done("run", "--date", date);
    }

    private List<CSVRecord> held(String date, String agency) {
        return office.published(date, "exceptions.csv").stream()
                .filter(row -> row.get("code").startsWith("LIST_")
                        && row.get("agency_code").equals(agency))
                .toList();
    }

    private boolean isSilent(String date, String agency) {
        return office.published(date, "exceptions.csv").stream()
                .anyMatch(row -> row.get("code").equals("AGENCY_SILENT")
                        && row.get("agency_code").equals(agency));
    }

    private String state(String date, String agency) {
        return office.published(date, "agencies.csv").stream()
                .filter(row -> row.get("agency_code").equals(agency))
                .map(row -> row.get("state"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void saysHowManyRowsOfHowMany() throws IOException {
        night(FIRST, "A", list(numbers(0, 30), contract(0, 6)));
        night(SECOND, "A", list(numbers(0, 11), contract(0, 6)));
        assertThat(held(SECOND, "A")).singleElement().satisfies(row -> {
            assertThat(row.get("message"))
                    .contains("17 baris, kurang dari setengah dari 36 baris")
                    .contains(row.get("value"));
            assertThat(row.get("expected")).isEqualTo("sekitar 36 baris");
        });
    }

    @Test
    void saysWhichGroupIsGoneAndHowManyItHad() throws IOException {
        night(FIRST, "A", list(numbers(0, 30), contract(0, 6)));
        night(SECOND, "A", list(numbers(0, 30)));
        assertThat(held(SECOND, "A")).singleElement().satisfies(row -> {
            assertThat(row.get("code")).isEqualTo("LIST_SHRANK");
            assertThat(row.get("message"))
                    .contains("seorang pun dari kelompok tenaga kontrak", "memuat 6 orang")
                    .doesNotContain("baris");
            assertThat(row.get("expected")).isEqualTo("sekitar 6 orang dari kelompok tenaga kontrak");
        });
    }

    @Test
    void saysThatNoNumberIsKnownWhereAllAreDamaged() throws IOException {
        night(FIRST, "A", list(numbers(0, 30), contract(0, 6)));
        night(SECOND, "A", list(numbered(0, 36, i -> "1.98E+17")));
        assertThat(held(SECOND, "A")).singleElement().satisfies(row -> {
            assertThat(row.get("message"))
                    .contains("Tidak satu pun dari 36 baris", "36 di antaranya tidak memuat nomor", "memuat 36 pegawai")
                    .doesNotContain("kurang dari setengah");
            assertThat(row.get("expected")).startsWith("nomor pegawai sebagai teks");
        });
    }

    @Test
    void holdsAListOfOtherAgenciesPeopleAndSaysWhoseTheyMostlyAre() throws IOException {
        night(FIRST, "A", list(numbers(0, 30), contract(0, 6)));
        String theirs = list(numbers(0, 9), numbers(30, 50), numbers(60, 62), contract(0, 1));
        office.write("desk/daftar.csv", theirs);
        Path file = home.resolve("desk/daftar.csv");
        Said checked = office.rekap("check", file.toString(), "--agency", "A", "--date", SECOND);
        assertThat(checked.exit()).isEqualTo(20);
        assertThat(checked.out()).contains("akan ditahan", "LIST_FOREIGN: Dari 32 baris", "milik B Badan Bina");
        night(SECOND, "A", theirs);
        assertThat(state(SECOND, "A")).isEqualTo("HELD");
        assertThat(held(SECOND, "A")).singleElement().satisfies(row -> {
            assertThat(row.get("code")).isEqualTo("LIST_FOREIGN");
            assertThat(row.get("message"))
                    .contains("Dari 32 baris pegawai aktif, hanya 10 milik", "20 baris, milik B Badan Bina");
            assertThat(row.get("responsible")).isEqualTo("operator");
        });
        assertThat(office.rekap("status").out()).contains("LIST_FOREIGN");
        done("refuse", "A");
        done("run", "--date", "2020-07-03");
        assertThat(state("2020-07-03", "A")).isEqualTo("REPORTED");
    }

    @Test
    void tellsBothCausesWhereBothHold() throws IOException {
        night(FIRST, "B", list(numbers(30, 60), numbers(60, 70), numbers(0, 5)));
        night(SECOND, "B", list(numbers(0, 15), numbers(30, 37)));
        assertThat(held(SECOND, "B")).extracting(row -> row.get("code")).containsExactly("LIST_FOREIGN", "LIST_SHRANK");
        assertThat(isSilent(SECOND, "B")).as("the first list is in force").isFalse();
    }

    @Test
    void holdsTheFirstListToo() throws IOException {
        night(FIRST, "A", list(numbers(30, 50)));
        assertThat(state(FIRST, "A")).isEqualTo("HELD");
        assertThat(held(FIRST, "A")).extracting(row -> row.get("code")).containsExactly("LIST_FOREIGN");
        assertThat(isSilent(FIRST, "A")).as("nothing is in force").isTrue();
        night(SECOND, "C", list(numbers(30, 49)));
        assertThat(state(SECOND, "C")).as("19 rows are too few to tell").isEqualTo("REPORTED");
    }

    @Test
    void countsThePeopleOfAgenciesThatTheListCoversAsItsOwn() throws IOException {
        String mostlyBelow = list(numbers(30, 35), numbers(60, 70), numbers(0, 9));
        night(FIRST, "B", mostlyBelow);
        assertThat(state(FIRST, "B")).isEqualTo("REPORTED");
        night(SECOND, "C", list(numbers(60, 70)));
        night("2020-07-03", "B", mostlyBelow + "\n\n");
        assertThat(state("2020-07-03", "B")).as("C speaks for itself by now").isEqualTo("HELD");
    }

    @Test
    void neverHoldsACorrection() throws IOException {
        night(FIRST, "A", list(numbers(0, 30), contract(0, 6)));
        office.write("inbox/A/ralat.csv", list(numbers(30, 60)));
        done("run", "--date", SECOND);
        assertThat(state(SECOND, "A")).isEqualTo("REPORTED");
        assertThat(held(SECOND, "A")).isEmpty();
    }
}
