package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.testing.Browser;
import id.rekap.testing.Pages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What people write, in the register, in lists and in the names of files, does nothing to whoever opens what is published. */
class HostileTextTest {
    private static final String DATE = "2020-07-01";
    private static final List<String> PLANTED = List.of(
            "=cmd|'/c calc'!A1",
            "<script>alert(1)</script>",
            "\u202Egpj.exe\u2066 \u200F",
            "😀👩‍👩‍👧",
            "\"quoted\" 'so' & </td><img src=x onerror=alert(1)>",
            "@SUM(1+1)*cmd",
            "+1-1",
            "\u200B=1+1",
            "-@a`b${c}{{d}}",
            "\u0001\b\u000B\u001B[2J\u007F\u009B\uFFFE\uFFFF\uD83F\uDFFE kendali");
    private static final Pattern EXECUTABLE =
            Pattern.compile("^[\\s\\p{Cc}\\p{Cf}\\p{Z}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern ACTING =
            Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\p{Cs}\\uFFFE\\uFFFF\\x{1FFFE}]");
    /** What XML cannot hold and a terminal obeys. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1F&&[^\\n\\r\\t]]|[\\p{Cs}\\uFFFE\\uFFFF]");
    /** In UTF-16 a half of a pair can be written alone, as it cannot in UTF-8. */
    private static final String HALF = "separuh \uD800 dan \uDC00 \u0000";

    @TempDir
    Path home;

    @TempDir
    Path profile;

    @Test
    void isInertInEverythingThatIsPublished() throws Exception {
        Office office = new Office(home);
        plant(office);
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        Path set = home.resolve("reports").resolve(DATE).toRealPath();
        List<Path> files;
        try (Stream<Path> all = Files.walk(set)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(Files.readString(set.resolve("exceptions.csv")))
                .contains("VALUE_UNREADABLE", "HANDLE_INVALID", "NAME_DIFFERS", "EMPLOYEE_UNKNOWN", "FOLDER_UNKNOWN")
                .contains("<script>");
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.endsWith(".csv")) {
                table(file);
            } else if (name.endsWith(".xlsx")) {
                workbook(file);
            } else if (!name.equals("manifest.json")) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(ACTING);
            }
        }
        JsonMapper.shared().readTree(Files.readString(set.resolve("manifest.json")));
        List<Path> pages = Pages.below(home.resolve("reports")).stream()
                .filter(page -> !page.toString().matches(".*/A[3-8]/index.html"))
                .toList();
        for (Path page : pages) {
            Pages.assertSound(page);
        }
        try (Browser browser = Pages.browser(profile)) {
            for (Path page : pages) {
                Pages.assertFit(browser, page, 360);
                assertThat(browser.value("document.scripts.length + document.images.length")
                                .asInt())
                        .as("scripts and images of %s; one is the morning page's own", page)
                        .isEqualTo(page.endsWith("summary.html") ? 1 : 0);
            }
            browser.open(set.resolve("agencies/A1/index.html").toUri().toString(), 1_280, 800, false);
            assertThat(browser.value("document.body.textContent").asString())
                    .contains(PLANTED.get(1))
                    .contains(PLANTED.get(4));
        }
    }

    /** Everything stands as a name of an agency, of a person, as a value, as a column and as the name of a file. */
    private static void plant(Office office) throws IOException {
        List<List<String>> agencies = new ArrayList<>(List.of(List.of("kode", "nama")));
        List<List<String>> people = new ArrayList<>(List.of(List.of("nomor", "nama", "jenis", "kode_opd")));
        for (int i = 0; i < PLANTED.size(); i++) {
            agencies.add(List.of("A" + i, PLANTED.get(i)));
            for (int j = 0; j < PLANTED.size(); j++) {
                people.add(List.of(number(i, j), PLANTED.get(j) + " " + j, "PNS", "A" + i));
            }
        }
        office.write("a.csv", csv(agencies));
        office.write("e.csv", csv(people));
        for (String what : List.of("agencies", "employees")) {
            Office.Said said = office.rekap(
                    "import", what, office.path(what.charAt(0) + ".csv").toString(), "--date", DATE);
            assertThat(said.exit()).as(said.err()).isZero();
        }
        for (int i = 0; i < PLANTED.size(); i++) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of(
                    "nip", "nama", "instagram", "follow humas", "repost", "jabatan", PLANTED.get(i), "golongan"));
            for (int j = 0; j < PLANTED.size(); j++) {
                String text = PLANTED.get(j);
                rows.add(List.of(number(i, j), "Orang Lain", text, text, text, text, text, text));
            }
            rows.add(List.of("198001012005011999", PLANTED.get(i), "a.b", "ya", "1", PLANTED.get(i), "", ""));
            rows.add(List.of(PLANTED.get(i), PLANTED.get(i), "a.b", "ya", "1", PLANTED.get(i), "", ""));
            String name = PLANTED.get(i).replace('/', ' ').replace('\u0000', ' ');
            office.write("inbox/A" + i + "/" + name + ".csv", csv(rows));
            office.write("inbox/" + name + "/daftar.csv", csv(rows));
        }
        List<String> half = List.of(number(9, 0), HALF, HALF, HALF, HALF, HALF);
        String text = csv(List.of(List.of("nip", "nama", "instagram", "follow humas", "repost", HALF), half));
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length() + 2).order(ByteOrder.LITTLE_ENDIAN);
        // not by an encoder, which would mend it
        bytes.asCharBuffer().put("\uFEFF").put(text);
        Path file = office.path("inbox/A9/utf16.csv");
        Files.write(file, bytes.array());
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    }

    private static String number(int agency, int person) {
        return "19800101200501" + String.format("1%d%d%d", agency, person, 1);
    }

    private static String csv(List<List<String>> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            CSVFormat.RFC4180.printRecord(text, row.toArray());
        }
        return text.toString();
    }

    private static void table(Path file) {
        for (CSVRecord row : Office.csv(file)) {
            row.forEach(cell -> harmless(file, cell));
        }
    }

    private static void workbook(Path file) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
            for (Sheet sheet : book.getSheets().toList()) {
                for (Row row : sheet.read()) {
                    for (Cell cell : row) {
                        if (cell != null) {
                            assertThat(cell.getType()).as(file.toString()).isNotEqualTo(CellType.FORMULA);
                            if (cell.getType() == CellType.STRING) {
                                harmless(file, cell.asString());
                            }
                        }
                    }
                }
            }
        }
    }

    private static void harmless(Path file, String cell) {
        if (!NUMBER.matcher(cell).matches()) {
            assertThat(cell)
                    .as(file.toString())
                    .doesNotContainPattern(EXECUTABLE)
                    .doesNotContainPattern(CONTROL);
        }
    }
}
