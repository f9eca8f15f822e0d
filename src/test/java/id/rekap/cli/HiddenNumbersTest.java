package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that anybody is shown has a NIK in it, whatever a clerk has made of it. */
class HiddenNumbersTest {
    private static final String DATE = "2020-07-01";

    /** The birth date and more of one person, Cut Nyak Ditanam, as her number is written in the list's rows. */
    private static final List<String> WRITTEN = List.of(
            "1106014101900077",
            "110601410190007",
            "11060141019000771",
            "106014101900077",
            "1106 0141 0190 0077",
            "1106.014101.90.007",
            "1106-0141/0190_0077",
            "1106\u00a00141\u20090190\u202f0077",
            "1106  0141  0190  007",
            "\uff11\uff11\uff10\uff16\uff10\uff11\uff14\uff11\uff10\uff11\uff19\uff10\uff10\uff10\uff17\uff17",
            "NIK1106014101900077 ",
            "110601410190007712",
            "1106014101900077 / 1106014101900078",
            "11060141019000771106014101900078",
            "1106O14101900077");

    private static final Pattern BIRTH = Pattern.compile("0?1\\D{0,2}41\\D{0,2}01\\D{0,2}90|01\\D{0,2}41\\D{0,2}01");
    private static final Pattern RUN = Pattern.compile("(?<![0-9a-f])\\d{13,17}(?![0-9a-f])");

    @TempDir
    Path home;

    private Office office;

    @BeforeEach
    void register() {
        office = new Office(home);
        office.write("a.csv", "kode,nama\n1.03.0.00.0.00.01.0000,Dinas A\nB,Dinas B\n");
        office.write("e.csv", """
                nomor,nama,jenis,kode_opd
                198001012005011234,Zulaikha Ditanam,PNS,B
                1106014101900077,Cut Nyak Ditanam,TENAGA_KONTRAK,B
                1106015505880012,Safwan Ditanam,TENAGA_KONTRAK,B
                198202022006022002,Teuku Ditanam,PNS,1.03.0.00.0.00.01.0000
                """);
        for (String what : List.of("agencies", "employees")) {
            Said said = office.rekap(
                    "import", what, office.path(what.charAt(0) + ".csv").toString(), "--date", DATE);
            assertThat(said.exit()).as(said.err()).isZero();
        }
    }

    @Test
    void showsNoNumberOfAPersonAnywhere() throws IOException {
        StringBuilder list =
                new StringBuilder("nip/nik,nama,instagram,follow humas,repost,jabatan,NIK 1106014101900077\n");
        for (String no : WRITTEN) {
            list.append("%s,Cut Nyak %s,%s,%s,%s,%s,%s\n".formatted(no, no, no, no, no, no, no));
        }
        for (String no : WRITTEN) {
            office.write("inbox/B/" + no.replace('/', ' ') + ".csv", list + "x" + no.hashCode() + ",,,,,,\n");
        }
        office.write("inbox/B/laporan 110601410190007.pdf", "%PDF-1.4\n");
        office.write("inbox/1106 0141 0190 0077/daftar.csv", list.toString());
        office.write("desk/Cut Nyak 110601410190007.csv", list.toString());
        String file = office.path("desk/Cut Nyak 110601410190007.csv").toString();
        hidden(
                "check",
                office.rekap("check", file, "--agency", "B", "--date", DATE).out());
        hidden(
                "check --json",
                office.rekap("check", file, "--agency", "B", "--date", DATE, "--json")
                        .out());
        hidden("run --dry-run", office.rekap("run", "--date", DATE, "--dry-run").out());
        Said run = office.rekap("run", "--date", DATE);
        assertThat(run.exit()).as(run.err()).isZero();
        everyFile();
    }

    @Test
    void hidesThemInRowsThatAreJudged() throws IOException {
        StringBuilder list = new StringBuilder("nip/nik,nama,instagram,follow humas,repost,jabatan\n");
        for (String no : WRITTEN) {
            list.append("%s,Orang %s,%s,%s,%s,%s\n".formatted(no, no, no, no, no, no));
        }
        office.write("inbox/B/daftar 1106 0141 0190 0077.csv", list.toString());
        Said run = office.rekap("run", "--date", DATE);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(office.published(DATE, "exceptions.csv"))
                .anyMatch(r ->
                        r.get("code").equals("ID_MALFORMED") && r.get("value").equals("***********0007"))
                .anyMatch(r -> r.get("file").equals("B/daftar **** **** **** 0077.csv"));
        everyFile();
    }

    @Test
    void saysWhichDigitOfANikIsWrong() {
        Map<String, String> slips = new HashMap<>();
        slips.put("1106014101800077", "digit 11: tertulis 8, seharusnya 9");
        slips.put("110601410190077", "digit 14: tidak tertulis, seharusnya 0");
        slips.put("11060141019000777", "digit 17: tertulis 7, seharusnya tidak ada");
        slips.put("1106014110900077", "digit 9 dan 10: tertulis 10, seharusnya 01");
        slips.put("11O6O14101900077", "digit 3: tertulis O, seharusnya 0; digit 5: tertulis O, seharusnya 0");
        int night = 0;
        for (Map.Entry<String, String> slip : slips.entrySet()) {
            String date = "2020-07-0" + ++night;
            office.write("inbox/B/daftar.csv", "nik,nama,instagram\n" + slip.getKey() + ",Cut Nyak Ditanam,a.b\n");
            Said run = office.rekap("run", "--date", date);
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(office.published(date, "exceptions.csv").stream()
                            .filter(r ->
                                    r.get("row").equals("2") && !r.get("state").equals("RESOLVED"))
                            .map(r -> r.get("suggestion")))
                    .as(slip.getKey())
                    .containsExactly(slip.getValue());
        }
        office.write("inbox/B/daftar.csv", "nip,nama,instagram\n198001012005011235,Zulaikha Ditanam,a.b\n");
        assertThat(office.rekap("run", "--date", "2020-07-09").exit()).isZero();
        assertThat(office.published("2020-07-09", "exceptions.csv"))
                .as("a NIP stands in full")
                .anyMatch(r -> r.get("suggestion").equals("198001012005011234"));
    }

    @Test
    void leavesTheCodeOfAnAgencyWholeThatIsWrittenInGroups() {
        String code = "1.03.0.00.0.00.01.0000";
        office.write("inbox/" + code + "/daftar.csv", """
                nip,nama,instagram
                198001012005011234,Zulaikha Ditanam,a.b
                123,Orang Lain,a.b
                """);
        office.write("inbox/B/daftar.csv", "nip,nama,instagram\n198202022006022002,Teuku Ditanam,a.c\n");
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        List<CSVRecord> rows = office.published(DATE, "exceptions.csv");
        assertThat(rows)
                .anyMatch(r -> r.get("code").equals("EMPLOYEE_ELSEWHERE")
                        && (r.get("value") + r.get("expected")).contains(code))
                .anyMatch(r -> r.get("file").equals(code + "/daftar.csv"));
    }

    @Test
    void keepsNamesOfFilesOutOfWhatCirculates() throws IOException {
        office.write(
                "inbox/B/Cut Nyak Ditanam 1106 0141 0190 0077.csv",
                "nip,nama,instagram\n198001012005011234,Zulaikha Ditanam,a.b\n");
        office.write("inbox/B/Cut Nyak Ditanam.pdf", "%PDF-1.4\n");
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        Path set = home.resolve("reports").resolve(DATE).toRealPath();
        String manifest = Files.readString(set.resolve("manifest.json"));
        assertThat(manifest).contains("\"agency\" : \"B\"").doesNotContain("Ditanam", "\"name\"", "0077");
        for (String name : List.of("summary.html", "rekap.xlsx", "whatsapp.txt")) {
            assertThat(Files.readString(set.resolve(name), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("Ditanam");
        }
        org.springframework.util.FileSystemUtils.deleteRecursively(set);
        Said again = office.rekap("report", "--date", DATE);
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(Files.readString(home.resolve("reports").resolve(DATE).resolve("manifest.json")))
                .isEqualTo(manifest);
    }

    private void everyFile() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String below : List.of("reports", "logs")) {
            try (Stream<Path> all = Files.walk(home.resolve(below))) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        assertThat(files).hasSizeGreaterThan(8);
        for (Path file : files) {
            if (file.toString().endsWith(".xlsx")) {
                try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
                    for (var sheet : book.getSheets().toList()) {
                        for (Row row : sheet.read()) {
                            row.forEach(cell -> hidden(file.toString(), cell == null ? "" : cell.getText()));
                        }
                    }
                }
            } else {
                hidden(file.toString(), Files.readString(file));
            }
        }
    }

    private static void hidden(String where, String text) {
        assertThat(text).as(where).doesNotContainPattern(BIRTH).doesNotContainPattern(RUN);
        assertThat(text).as(where).doesNotContain("\uff11\uff19\uff10", "4101900");
    }
}
