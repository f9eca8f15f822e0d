package id.rekap.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportReaderTest {
    /** 19 July 2026, 23:30 in UTC: the day after in Asia/Jakarta. */
    private static final long LATE = 1_784_503_800L;

    @TempDir
    private Path folder;

    static Stream<Arguments> layouts() {
        return Stream.of(
                Arguments.of("followers_1.json", """
                        {"relationships_followers": [
                          {"title": "", "media_list_data": [], "string_list_data": [
                            {"href": "https://www.instagram.com/Siti.a", "value": "siti.a", "timestamp": %1$d}]},
                          {"title": "", "string_list_data": [{"value": "budi_s", "timestamp": 1500000000}]}]}"""),
                Arguments.of("followers_1.json", """
                        [{"title": "", "string_list_data": [
                            {"href": "https://www.instagram.com/siti.a", "value": "siti.a", "timestamp": %1$d}]},
                         {"string_list_data": [{"href": "https://instagram.com/budi_s/", "timestamp": 1}]}]"""),
                Arguments.of("followers_1.json", """
                        [{"title": "siti.a", "string_list_data": [
                            {"href": "https://www.instagram.com/_u/siti.a", "timestamp": %1$d}]},
                         {"title": "budi_s", "string_list_data": [{"timestamp": 1500000000}]}]"""),
                Arguments.of("followers_2.json", """
                        [{"timestamp": %1$d, "media": [], "label_values": [
                            {"label": "URL", "value": "x y"}, {"label": "Username", "value": "siti.a"}], "fbid": "1"},
                         {"timestamp": 1500000000, "label_values": [{"label": "Username", "value": "Budi_S"}]}]"""),
                Arguments.of("followers_1.json", """
                        [{"timestamp": %1$d, "label_values": [
                            {"label": "URL", "href": "https://www.instagram.com/siti.a"},
                            {"label": "Nama", "value": "Siti A"}, {"label": "Nama Pengguna", "value": "siti.a"}]},
                         {"timestamp": 1500000000, "label_values": [
                            {"label": "Foto", "href": "https://instagram.fcgk1.fna.fbcdn.net/v/t51.jpg"},
                            {"label": "URL", "href": "https://www.instagram.com/_u/budi_s"}]}]"""),
                Arguments.of("followers_1.json", """
                        [{"string_list_data": [{"value": "https://www.instagram.com/siti.a", "timestamp": %1$d}]},
                         {"title": "budi_s", "string_list_data": [{"value": "https://www.instagram.com/_u/budi_s"}]}]"""),
                Arguments.of("followers.json", "{\"siti.a\": %1$d, \"budi_s\": \"2019-05-01T10:11:12\"}"),
                Arguments.of("connections.json", """
                        {"blocked_users": {"jahat": "2020-01-01T00:00:00"}, "following": {"kawan": "2020-01-01T00:00:00"},
                         "followers": {"siti.a": "2026-07-19T23:30:00+00:00", "budi_s": "2019-05-01T10:11:12"}}"""));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void readsEachLayout(String name, String json) throws IOException {
        write(name, json.formatted(LATE));
        if (name.equals("followers_2.json")) {
            write("followers_1.json", "[]");
        }
        FollowersExport export = read("2");

        assertThat(export.problem()).as(export.detail()).isNull();
        assertThat(export.date()).isEqualTo(LocalDate.of(2026, 7, 20));
        assertThat(export.entries()).isEqualTo(2);
        assertThat(export.names().contains("siti.a")).isTrue();
        assertThat(export.names().contains("budi_s")).isTrue();
        assertThat(export.names().contains("kawan")).isFalse();
        assertThat(export.names().contains("jahat")).isFalse();
    }

    @Test
    void readsPagesInsideADatedZip() throws IOException {
        String page = "<html><body><div role=main><div><a href=\"https://www.instagram.com/\">Instagram</a></div>"
                + "<div><a target=\"_blank\" href=\"https://www.instagram.com/Siti.A\">siti.a</a><div>Jul 1, 2026</div></div>"
                + "<div><h2>budi_s</h2><a href='https://www.instagram.com/_u/budi_s'>"
                + "https://www.instagram.com/_u/budi_s</a></div></div></body></html>";
        zip(
                "instagram-humas-2026-07-21-Ab1.zip",
                Map.of("connections\\followers_and_following\\followers_1.html", page, "media/1.jpg", "no picture"));
        FollowersExport export = read("2");

        assertThat(export.problem()).as(export.detail()).isNull();
        assertThat(export.date()).isEqualTo(LocalDate.of(2026, 7, 21));
        assertThat(export.entries()).isEqualTo(2);
        assertThat(export.refused()).isEqualTo(1);
    }

    @Test
    void takesAPageWithoutADatedZipForNoEvidence() throws IOException {
        write("followers_1.html", "<a href=\"https://www.instagram.com/siti.a\">siti.a</a>");
        assertThat(read("1").problem()).isEqualTo(ExportProblem.DATE_MISSING);
    }

    @Test
    void joinsWhatIsSplitOverFoldersAndZips() throws IOException {
        zip("a-2026-07-21-x.zip", Map.of("followers_1.json", entries("siti.a", "budi_s"), "following.json", "[{}]"));
        zip("b-2026-07-21-y.zip", Map.of("x/followers_2.json", entries("budi_s", "cut.nur")));
        FollowersExport export = read("3 pengikut\n");

        assertThat(export.problem()).as(export.detail()).isNull();
        assertThat(export.entries()).isEqualTo(3);
    }

    @Test
    void saysWhichNumberIsMissing() throws IOException {
        write("followers_1.json", entries("siti.a"));
        write("sub/followers_3.json", entries("budi_s"));
        assertThat(read("2"))
                .extracting(FollowersExport::problem, FollowersExport::detail)
                .containsExactly(ExportProblem.GAP, "followers_2");
    }

    @ParameterizedTest
    @CsvSource({
        "1204, 1204",
        "1.204, 1204",
        "'1,204', 1204",
        "1 204 pengikut, 1204",
        "'Pengikut: 1.000.000', 1000000",
        "0, 0"
    })
    void readsTheControlTotalAsItIsWritten(String written, int control) throws IOException {
        write("followers.json", entries("siti.a"));
        assertThat(read(written).control()).isEqualTo(control);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "banyak",
                "10 rb",
                "10K",
                "1,2 jt",
                "-7",
                "12 / 13",
                "1.20",
                "1204 per 19-07-2026",
                "99999999999"
            })
    void guessesNoControlTotal(String written) throws IOException {
        write("followers.json", entries("siti.a"));
        assertThat(read(written).problem()).isEqualTo(ExportProblem.CONTROL_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"99, 100, true", "98, 100, false", "990, 1000, true", "989, 1000, false", "120, 100, true"})
    void needsNinetyNineOfAHundred(int entries, int control, boolean isComplete) throws IOException {
        String[] names = new String[entries];
        for (int i = 0; i < entries; i++) {
            names[i] = "u" + i;
        }
        write("followers_1.json", entries(names));
        FollowersExport export = read(String.valueOf(control));

        assertThat(export.isComplete()).isEqualTo(isComplete);
        assertThat(export.names().contains("u0")).isEqualTo(isComplete);
    }

    @Test
    void countsAHandleOnce() throws IOException {
        write("followers_1.json", entries("siti.a", "SITI.A", "siti.a "));
        assertThat(read("1").entries()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"title\": \"budi\", \"string_list_data\": [{\"value\": \"siti\", \"timestamp\": 1500000000}]}]",
                "[{\"string_list_data\": [{\"href\": \"https://www.instagram.com/budi\", \"value\": \"siti\"}]}]",
                "[{\"string_list_data\": [{\"href\": \"https://contoh.id/siti\", \"value\": \"siti\"}]}]",
                "[{\"string_list_data\": [{\"value\": \"Siti Aminah\"}]}]",
                "[{\"string_list_data\": []}]",
                "[{\"title\": [\"siti\"], \"string_list_data\": []}]",
            })
    void refusesAnEntryWhoseNameIsNotSure(String json) throws IOException {
        write("followers_1.json", json.replace("]}]", "]}, " + entries("lain").substring(1)));
        FollowersExport export = read("1");

        assertThat(export.problem()).as(export.detail()).isNull();
        assertThat(export.refused()).isEqualTo(1);
        assertThat(export.names().contains("siti")).isFalse();
        assertThat(export.names().contains("budi")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"people\": []}",
                "[1]",
                "[{\"name\": \"siti\"}]",
                "{\"siti\": \"ya\"}",
                "[[]]",
                "\"x\"",
                "7",
                "{\"followers\": 3}",
                "[{\"string_list_data\": \"siti\"}]",
            })
    void saysThatALayoutIsUnknown(String json) throws IOException {
        write("followers_1.json", json);
        assertThat(read("1").problem()).isEqualTo(ExportProblem.LAYOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[{", "[] []", "<html>", "[{\"string_list_data\": [{\"value\": \"siti\""})
    void saysThatAFileIsBroken(String json) throws IOException {
        write("followers_1.json", json);
        FollowersExport export = read("1");
        assertThat(export.problem()).isIn(ExportProblem.BROKEN, ExportProblem.LAYOUT);
        assertThat(export.detail()).doesNotContain("siti");
    }

    @Test
    void saysThatAZipIsBroken() throws IOException {
        write("a-2026-07-21.zip", "PK no zip");
        assertThat(read("1").problem()).isEqualTo(ExportProblem.BROKEN);
    }

    @Test
    void opensNothingElse() throws IOException {
        write("followers_1.json.bak", "{");
        write("._followers_1.json", "{");
        write("following.json", "{");
        assertThat(read("1").problem()).isEqualTo(ExportProblem.NO_FOLLOWERS);
    }

    @Test
    void leavesExportsOfTwoDaysAlone() throws IOException {
        zip("a-2026-06-21-x.zip", Map.of("followers_1.json", entries("siti.a")));
        zip("a-2026-07-21-x.zip", Map.of("followers_1.json", entries("budi_s")));
        assertThat(read("2").problem()).isEqualTo(ExportProblem.DATES_DIFFER);
    }

    @Test
    void holdsNamesExactlyHoweverMany() {
        FollowerNames names = new FollowerNames();
        for (int i = 0; i < 300_000; i++) {
            add(names, "pengikut." + i);
            add(names, "pengikut." + i / 2);
        }
        assertThat(names.size()).isEqualTo(300_000);
        for (int i = 0; i < 300_000; i += 7) {
            assertThat(names.contains("pengikut." + i)).isTrue();
            assertThat(names.contains("pengikut_" + i)).isFalse();
        }
        assertThat(names.contains("")).isFalse();
        assertThat(names.contains("Ä")).isFalse();
    }

    private static void add(FollowerNames names, String name) {
        names.add(name.getBytes(StandardCharsets.US_ASCII), name.length());
    }

    private FollowersExport read(String control) throws IOException {
        if (!control.isEmpty()) {
            write(ControlTotal.FILE, control);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return ExportReader.read(files.filter(Files::isRegularFile).sorted().toList(), FollowerNames.MOST);
        }
    }

    private static String entries(String... names) {
        StringBuilder json = new StringBuilder("[");
        for (String name : names) {
            json.append(json.length() == 1 ? "" : ",")
                    .append("{\"string_list_data\":[{\"value\":\"")
                    .append(name)
                    .append("\",\"timestamp\":")
                    .append(LATE)
                    .append("}]}");
        }
        return json.append("]").toString();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void zip(String name, Map<String, String> files) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
