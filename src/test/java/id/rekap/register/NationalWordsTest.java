package id.rekap.register;

import static id.rekap.register.RegisterFixture.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that the national export has for types and legal status. */
class NationalWordsTest {
    private static final String HEADER =
            "PNS ID;NIP BARU;NAMA;JENIS PEGAWAI NAMA;STATUS CPNS PNS;KEDUDUKAN HUKUM ID;KEDUDUKAN HUKUM NAMA;UNOR ID\n";

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
    void typesAndStatusesOfTheExportAreRead() {
        ImportResult result = fixture.sample("national-export-words.csv", JANUARY);
        assertThat(result.problems()).isEmpty();
        assertThat(result.warnings()).isEmpty();
        assertThat(fixture.on(JANUARY))
                .containsExactly(
                        "197603112010031583 DISDIK PNS 01",
                        "197609112010031809 DISDIK PNS 01",
                        "199003122020211004 DISDIK PPPK 71",
                        "199104152021212006 DISDIK PPPK 71");
        assertThat(fixture.jdbc.queryForObject("select count(*) from employee where active", Integer.class))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PNS Pusat yang bekerja pada Departemen/Lembaga     | P | PNS
            PNS Pusat DPB pada Instansi lain                   | P | PNS
            PNS Pusat DPK pada BUMN/Badan lain                 |   | PNS
            PNS Daerah Propinsi yang bekerja pada Propinsi     | P | PNS
            PNS DAERAH PROVINSI DPK PADA BUMN/BUMD             | P | PNS
            PNS  Daerah   Kab/Kota yang bekerja pada Kab/Kota  | P | PNS
            pns daerah kabupaten/kota dpb pada instansi lain   | C | CPNS
            PNS-Daerah (Kab./Kota)                             | P | PNS
            Pegawai Negeri Sipil Daerah                        | P | PNS
            CPNS Daerah Kab./Kota yang bekerja pada Kab./Kota  |   | CPNS
            Calon PNS Pusat                                    |   | CPNS
            CPNS Pusat                                         | P | PNS
            PPPK Pusat DPK pada Pemerintah Kabupaten/Kota      |   | PPPK
            PPPK Daerah Propinsi yang bekerja pada Propinsi    | P | PPPK
            P3K DAERAH                                         |   | PPPK
            PPPK Penuh Waktu Daerah                            |   | PPPK
            PPPK Paruh Waktu                                   |   | PPPK_PARUH_WAKTU
            PPPK Paruh Waktu Daerah Kab./Kota yang bekerja pada Kab./Kota || PPPK_PARUH_WAKTU
            pppk paruh-waktu tenaga teknis                     |   | PPPK_PARUH_WAKTU
                                                               | C | CPNS
                                                               | PPPK | PPPK
            """)
    void typeIsKnownByItsBeginning(String written, String candidate, String type) {
        ImportResult result = export("1001;Orang Contoh;" + text(written) + ";" + text(candidate) + ";01;Aktif;DISDIK");
        assertThat(result.problems()).isEmpty();
        assertThat(fixture.on(JANUARY)).containsExactly("1001 DISDIK " + type + " 01");
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pegawai Daerah",
                "Pensiunan PNS Daerah",
                "PNS dan PPPK",
                "Daerah",
                "PPPKX Daerah",
                "PNS Daerahan",
                "PPPK Guru Paruh Waktu",
                "-"
            })
    void textThatBeginsOtherwiseIsNoType(String written) {
        assertThat(export("1001;Orang Contoh;" + written + ";;01;Aktif;DISDIK").problems())
                .singleElement()
                .satisfies(p -> assertThat(p.found()).isEqualTo("unknown employment type \"" + written + "\""));
        assertThat(fixture.count("employee")).isZero();
    }

    @Test
    void statusDoesNotStandInForTheType() {
        assertThat(export("1001;Orang Contoh;;;71;PPPK Aktif;DISDIK", "1002;Orang Lain;;;71;PPPK Aktif;DISDIK")
                        .problems())
                .extracting(Problem::sentence)
                .singleElement()
                .asString()
                .contains(", row 2, column JENIS PEGAWAI NAMA: no employment type in 2 rows");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1,    '',   01, true
            01,   '',   01, true
            001,  '',   01, true
            1.0,  '',   01, true
            '"1,0"', '', 01, true
            '''01', '', 01, true
            2,    Aktif, 02, false
            17,   '',   17, true
            18,   '',   18, true
            51,   '',   51, false
            52,   '',   52, false
            68,   '',   68, false
            89,   '',   89, false
            90,   '',   90, false
            91,   '',   91, false
            92,   '',   92, false
            '',   '',   01, true
            '',   EKS PNS TIMOR TIMUR, 68, false
            '',   CPNS yang belum menerima SK CPNS, 51, false
            '',   Tindak Pidana/ Tindak Pidana Jabatan, 91, false
            '',   Pemblokiran  Data PNS, 92, false
            '',   tidak aktif, NONAKTIF, false
            """)
    void legalStatusIsReadByCodeOrName(String code, String name, String status, boolean active) {
        ImportResult result = export("1001;Orang Contoh;PNS Daerah;P;" + code + ";" + name + ";DISDIK");
        assertThat(result.problems()).isEmpty();
        assertThat(fixture.jdbc.queryForList("select concat(status, ' ', active) from employee", String.class))
                .containsExactly(status + " " + (active ? 1 : 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "53", "7.1", "-1", "1/0", "100", "01 Aktif", "2.00.0"})
    void codeThatNobodyMappedIsRefusedAlsoWhereItsNameIsKnown(String code) {
        assertThat(export("1001;Orang Contoh;PNS Daerah;P;" + code + ";Aktif;DISDIK")
                        .problems())
                .extracting(Problem::found)
                .containsExactly("unknown status \"" + code + "\"");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PPPK Daerah Kab./Kota, '', 71,  PPPK
            PPPK Paruh Waktu,      '', ' 71 ', PPPK_PARUH_WAKTU
            PPPK,                  '', PPPK Aktif, PPPK
            """)
    void pppkOfStatus71IsNoContradiction(String type, String candidate, String status, String expected) {
        ImportResult result =
                export("1001;Orang Contoh;" + type + ";" + candidate + ";" + status + ";PPPK Aktif;DISDIK");
        assertThat(result.warnings()).isEmpty();
        assertThat(fixture.on(JANUARY)).containsExactly("1001 DISDIK " + expected + " 71");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            P,    71,   PNS,  the legal status 71 is of PPPK or PPPK_PARUH_WAKTU
            C,    71,   CPNS, the legal status 71 is of PPPK or PPPK_PARUH_WAKTU
            PPPK, 71,   PNS,  the legal status 71 is of PPPK or PPPK_PARUH_WAKTU and STATUS CPNS PNS is PPPK
            PPPK, 01,   PNS,  STATUS CPNS PNS is PPPK
            """)
    void pnsWithWordsOfAPppkIsImportedWithOneWarning(String candidate, String status, String type, String says) {
        ImportResult result = export("1001;Orang Contoh;PNS Daerah Kab./Kota;" + candidate + ";" + status + ";;DISDIK");
        assertThat(result.problems()).isEmpty();
        assertThat(result.warnings())
                .containsExactly("file1.csv, row 2: the type is " + type + ", but " + says + "; imported as " + type
                        + ". Have the personnel office correct what is wrong");
        assertThat(fixture.on(JANUARY)).containsExactly("1001 DISDIK " + type + " " + status);
    }

    @ParameterizedTest
    @CsvSource({
        "99, Aktif, true",
        "01, Pensiun, true",
        "52, Tidak aktif, false",
        "17, Aktif, false",
        "01, Melayang, false"
    })
    void statusWhoseNameCountsOtherwiseIsImportedWithAWarning(String status, String called, boolean warns) {
        ImportResult result = export("1001;Orang Contoh;PNS Pusat;P;" + status + ";" + called + ";DISDIK");
        assertThat(result.problems()).isEmpty();
        if (warns) {
            assertThat(result.warnings())
                    .containsExactly("file1.csv, row 2: the legal status is " + status + ", but beside it stands \""
                            + called + "\"; imported as " + status
                            + ". Have the personnel office correct what is wrong");
        } else {
            assertThat(result.warnings()).isEmpty();
        }
        assertThat(fixture.on(JANUARY)).containsExactly("1001 DISDIK PNS " + status);
    }

    @ParameterizedTest
    @CsvSource({"1981O3012005011001, 1", "198103012005011001, 0", "A-17, 0", "3502O24102010001, 1"})
    void numberWithLettersForDigitsIsImportedWithAWarning(String number, int warnings) {
        ImportResult result = export(number + ";Orang Contoh;PNS Pusat;P;01;;DISDIK");
        assertThat(result.problems()).isEmpty();
        assertThat(result.warnings())
                .hasSize(warnings)
                .allMatch(said -> said.contains("O for 0") && !said.contains(number));
        assertThat(fixture.on(JANUARY)).containsExactly(number + " DISDIK PNS 01");
    }

    @Test
    void manyContradictionsAreNamedUpToTwentyAndCounted() {
        ImportResult result = export(IntStream.rangeClosed(1, 33)
                .mapToObj(n -> (1000 + n) + ";Orang Contoh;PNS Pusat;P;71;;DISDIK")
                .toArray(String[]::new));
        assertThat(result.warnings()).hasSize(21).endsWith("13 more like these");
        assertThat(result.added()).isEqualTo(33);
    }

    @Test
    void contractStaffOfStatus71ContradictToo() {
        ImportResult result = fixture.employees(JANUARY, null, "1106085506950002,Ainul Seumpama,honorer,DISDIK,71,");
        assertThat(result.warnings()).singleElement().asString().contains("imported as TENAGA_KONTRAK");
    }

    @Test
    void numericCellsOfAWorkbookAreTheirCodes() throws IOException {
        Path file = directory.resolve("siasn.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Data");
            List<String> header = List.of(HEADER.strip().split(";"));
            IntStream.range(0, header.size()).forEach(c -> sheet.value(0, c, header.get(c)));
            int[] codes = {1, 3, 71, 99};
            for (int i = 0; i < codes.length; i++) {
                List<String> row = List.of("A", "100" + i, "Orang Contoh", i == 2 ? "PPPK Pusat" : "PNS Pusat", "P");
                for (int c = 0; c < row.size(); c++) {
                    sheet.value(1 + i, c, row.get(c));
                }
                sheet.value(1 + i, 5, codes[i]);
                sheet.style(1 + i, 5).format("00").set();
                sheet.value(1 + i, 7, "DISDIK");
            }
        }
        assertThat(fixture.register
                        .employees(List.of(file), JANUARY, null, false, false, read -> {})
                        .problems())
                .isEmpty();
        assertThat(fixture.on(JANUARY))
                .containsExactly(
                        "1000 DISDIK PNS 01", "1001 DISDIK PNS 03", "1002 DISDIK PPPK 71", "1003 DISDIK PNS 99");
    }

    /** Rows of nip, nama, jenis, cpns/pns, kedudukan id and nama, unor. */
    private ImportResult export(String... rows) {
        Path file = fixture.file(
                List.of(rows).stream().map(row -> "A;" + row + "\n").collect(Collectors.joining("", HEADER, "")));
        return fixture.register.employees(List.of(file), JANUARY, null, false, false, read -> {});
    }
}
