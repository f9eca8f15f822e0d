package id.rekap.register;

import static id.rekap.register.RegisterFixture.FEBRUARY;
import static id.rekap.register.RegisterFixture.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.mandate.Group;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusedImportTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private RegisterFixture fixture;

    @BeforeEach
    void freshRegister() {
        fixture = new RegisterFixture(directory).withAgencies();
    }

    @Test
    void everythingWrongIsListedAndNothingWritten() {
        ImportResult result = fixture.sample("employees-refused.csv", JANUARY);
        assertThat(result.problems())
                .extracting(Problem::sentence)
                .satisfiesExactlyInAnyOrder(
                        s -> assertThat(s).contains("row 3", "198004102006041003 stands twice", "row 2"),
                        s -> assertThat(s).contains("row 4, column jenis", "Magang", "PNS, CPNS, PPPK"),
                        s -> assertThat(s).contains("row 5, column kode_opd", "Pendidikan"),
                        s -> assertThat(s).contains("row 6, column status", "entah"),
                        s -> assertThat(s).contains("row 7, column nomor", "1,97E+17"),
                        s -> assertThat(s).contains("row 8, column nomor", "no number"),
                        s -> assertThat(s).contains("row 9, column nama", "no name"));
        assertThat(fixture.count("employee") + fixture.count("employee_number")).isZero();
    }

    @Test
    void comparesNumbersOfRowsThatAreWrongInOtherWaysToo() {
        assertThat(sentences(fixture.employees(
                        JANUARY,
                        Group.ASN,
                        "1001,Rahmat Contoh,Magang,DISDIK,,55",
                        "1001,Rahmat Contoh,PNS,DISDIK,,",
                        "1002,Cut Umpama,PNS,DISDIK,entah,55",
                        "\"1,97E+17\",Azhar Contoh,PNS,DISDIK,,",
                        "\"1,97E+17\",Nur Contoh,PNS,DISDIK,,")))
                .satisfiesExactlyInAnyOrder(
                        s -> assertThat(s).contains("row 2", "Magang"),
                        s -> assertThat(s).contains("row 3", "1001 stands twice", "row 2"),
                        s -> assertThat(s).contains("row 4", "55 stands twice", "row 2"),
                        s -> assertThat(s).contains("row 4", "entah"),
                        s -> assertThat(s).contains("row 5", "damaged"),
                        s -> assertThat(s).contains("row 6", "damaged"));
        assertThat(fixture.count("employee") + fixture.count("employee_number")).isZero();
    }

    /** Rows go to the server ten thousand at a time: the first ones are written when the last one is read. */
    @Test
    void nothingStaysOfANewRegisterWhoseLastRowNamesTheFirstOnesNumber() {
        String[] rows = IntStream.range(0, 21_000)
                .mapToObj(n -> (n == 20_999 ? 100_000 : 100_000 + n) + ",Orang Contoh,PNS,DISDIK,,")
                .toArray(String[]::new);
        assertThat(sentences(fixture.employees(JANUARY, null, rows)))
                .singleElement()
                .asString()
                .contains("row 21001", "100000 stands twice", "row 2");
        assertThat(fixture.count("employee") + fixture.count("employee_number")).isZero();
        rows[20_999] = "99999,Orang Contoh,PNS,DISDIK,,";
        assertThat(fixture.employees(JANUARY, null, rows).added()).isEqualTo(21_000);
    }

    /** Unknown values are told of all rows together: by then their rows are on their way. */
    @Test
    void nothingStaysOfANewRegisterWhoseRowsAreWrongInWhatIsToldAtTheEnd() {
        assertThat(sentences(fixture.employees(
                        JANUARY, null, "1001,Rahmat Contoh,PNS,entah,,", "1001,Cut Umpama,PNS,di mana,,")))
                .satisfiesExactlyInAnyOrder(
                        s -> assertThat(s).contains("row 2", "entah"),
                        s -> assertThat(s).contains("row 3", "di mana"),
                        s -> assertThat(s).contains("row 3", "1001 stands twice", "row 2"));
        assertThat(fixture.count("employee") + fixture.count("employee_number")).isZero();
    }

    @Test
    void refusesNumberThatIsAnotherPersonsFormerNumber() {
        assertThat(sentences(fixture.employees(
                        JANUARY, null, "1001,Rahmat Contoh,PNS,DISDIK,,", "1002,Cut Umpama,PNS,DISDIK,,1001")))
                .singleElement()
                .asString()
                .contains("row 3", "1001 stands twice");
    }

    @Test
    void refusesNumbersOfTwoPeopleInOneRow() {
        fixture.employees(JANUARY, null, "1001,Rahmat Contoh,PNS,DISDIK,,", "1002,Cut Umpama,PNS,DISDIK,,");
        assertThat(sentences(fixture.employees(FEBRUARY, null, "1001,Rahmat Contoh,PNS,DISDIK,,1002")))
                .singleElement()
                .asString()
                .contains("row 2", "two people of the register", "1001", "1002");
    }

    @Test
    void refusesTwoRowsOfOnePerson() {
        fixture.employees(JANUARY, null, "1001,Rahmat Contoh,PNS,DISDIK,,55|66");
        assertThat(sentences(fixture.employees(
                        FEBRUARY, null, "55,Rahmat Contoh,PNS,DISDIK,,", "66,Rahmat Contoh,PNS,DISDIK,,")))
                .singleElement()
                .asString()
                .contains("is another number of the person in");
    }

    @Test
    void refusesNumbersThatDoNotFit() {
        assertThat(sentences(fixture.employees(
                        JANUARY,
                        null,
                        "123456789012345678901234567890123,Rahmat Contoh,PNS,DISDIK,,",
                        "19800é,Cut Umpama,PNS,DISDIK,,")))
                .hasSize(2)
                .allSatisfy(s -> assertThat(s).contains("at most 32 digits"));
    }

    @Test
    void refusesNumericCellsOfASpreadsheet() throws IOException {
        Path file = directory.resolve("pegawai.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Pegawai");
            List<String> header = List.of("NIP", "Nama", "Jenis", "Kode OPD");
            IntStream.range(0, 4).forEach(c -> sheet.value(2, c, header.get(c)));
            List<String> row = List.of("", "Rahmat Contoh", "PNS", "DISDIK");
            IntStream.range(1, 4).forEach(c -> sheet.value(3, c, row.get(c)));
            sheet.value(3, 0, 198004102006041003L);
        }
        ImportResult result = fixture.register.employees(List.of(file), JANUARY, null, false, false, read -> {});
        assertThat(sentences(result))
                .singleElement()
                .asString()
                .contains("pegawai.xlsx, sheet Pegawai, row 4, column NIP", "damaged", "as text");
    }

    @Test
    void refusesPeopleOfAnotherGroup() {
        assertThat(sentences(fixture.employees(JANUARY, Group.ASN, "1106085506950002,Ainul Seumpama,honorer,DISDIK,,")))
                .singleElement()
                .asString()
                .contains("row 2", "TENAGA_KONTRAK", "only people of the group ASN");
    }

    @Test
    void refusesToEndMoreThanATenthUnlessForced() {
        String[] eleven = people(11);
        fixture.employees(JANUARY, null, eleven);
        assertThat(sentences(fixture.employees(FEBRUARY, null, false, people(9))))
                .singleElement()
                .asString()
                .contains("2 of 11 active people", "--force");
        assertThat(fixture.on(FEBRUARY)).hasSize(11);
        assertThat(fixture.employees(FEBRUARY, null, true, people(9)).ended()).isEqualTo(2);
    }

    @Test
    void endsATenthWithoutForce() {
        fixture.employees(JANUARY, null, people(10));
        assertThat(fixture.employees(FEBRUARY, null, false, people(9)).ended()).isEqualTo(1);
    }

    @Test
    void refusesEmployeesBeforeAgencies() {
        RegisterFixture empty = new RegisterFixture(directory);
        assertThat(sentences(empty.employees(JANUARY, null, people(1))))
                .singleElement()
                .asString()
                .contains("no agencies on 2026-01-01", "import agencies");
    }

    @Test
    void refusesFileWithoutHeaderColumnsOrRows() {
        assertThat(sentences(fixture.register.employees(
                        List.of(
                                fixture.file("sesuatu,lain\n1,2\n"),
                                fixture.file("nomor,nama,kode_opd\n1001,Rahmat Contoh,DISDIK\n"),
                                fixture.file("nip,nama,NIP,jenis,kode_opd\n1001,Rahmat Contoh,1002,PNS,DISDIK\n")),
                        JANUARY,
                        null,
                        false,
                        false,
                        read -> {})))
                .satisfiesExactly(
                        s -> assertThat(s).contains("no header in the first 20 rows"),
                        s -> assertThat(s).contains("row 1", "no such column", "jenis or employment_type"),
                        s -> assertThat(s).contains("column nip", "stands over two columns"));
        assertThat(sentences(fixture.employees(JANUARY, null)))
                .singleElement()
                .asString()
                .contains("no rows");
    }

    private static String[] people(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> (1000 + n) + ",Orang Contoh " + n + ",PNS,DISDIK,,")
                .toArray(String[]::new);
    }

    private static List<String> sentences(ImportResult result) {
        return result.problems().stream().map(Problem::sentence).toList();
    }
}
