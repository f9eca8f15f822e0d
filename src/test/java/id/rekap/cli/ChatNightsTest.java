package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What heads of agency write in the group stands beside what their lists and the register say. */
class ChatNightsTest extends SmallOffice {
    private static final String BAITUL_MAL = "9.03.01";
    private static final String HEALTH = "1.02.01";
    private static final String LHOKNGA = "7.01.02";
    private static final List<String> SENDERS = List.of("Ratna Rahasia", "Cut Sandi", "813-5791-2468");

    private static final String FIRST = """
            01/07/20 07.55 - Pesan dan panggilan dienkripsi secara end-to-end.
            01/07/20 07.58 - Ratna Rahasia: Assalamualaikum, mohon laporan hari ini
            01/07/20 08.00 - Cut Sandi: Baitul Mal ASN 3 sudah 3, TK 2 sudah 1
            01/07/20 08.01 - +62 813-5791-2468: Dinkes nihil
            01/07/20 08.02 - Ratna Rahasia: Kec. Lhoknga ASN idem kemarin, terima kasih Cut Sandi
            """;

    private void drop(String name, String chat) {
        office.write("inbox/_whatsapp/" + name, chat);
    }

    private void list() {
        office.write("inbox/" + BAITUL_MAL + "/daftar.csv", """
                nip,nama,follow humasacehbesar,follow mediacenter acehbesar
                197807032003041030,Abdullah Amin,ya,ya
                197908042004052031,Siti Hajar,ya,ya
                198009052019211032,Muhammad Iqbal Putra,ya,tidak
                1106236311830225,Yusra,ya,ya
                """);
    }

    private void run(String date, String... more) {
        String[] arguments =
                Stream.concat(Stream.of("run", "--date", date), Stream.of(more)).toArray(String[]::new);
        Office.Said said = office.rekap(arguments);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    private List<String> counts(String date, String agency) {
        return office.published(date, "counts.csv").stream()
                .filter(row -> row.get("agency_code").equals(agency))
                .map(row -> String.join(",", row.toList().subList(2, 9)))
                .toList();
    }

    private String state(String date, String agency) {
        return office.published(date, "agencies.csv").stream()
                .filter(row -> row.get("agency_code").equals(agency))
                .map(row -> row.get("state"))
                .findFirst()
                .orElse("?");
    }

    /** What the claims raise, and silence. */
    private List<String> told(String date) {
        return office.published(date, "exceptions.csv").stream()
                .filter(row -> row.get("code").matches("CHAT_.*|COUNT_.*|AGENCY_SILENT"))
                .map(row -> String.join(
                        " ",
                        row.get("state"),
                        row.get("code"),
                        row.get("agency_code"),
                        row.get("field"),
                        row.get("value")))
                .map(String::strip)
                .toList();
    }

    private static CSVRecord only(List<CSVRecord> rows, String code) {
        return rows.stream()
                .filter(row -> row.get("code").equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsWhatIsClaimedBesideRowsAndRegister() throws Exception {
        list();
        drop("Chat WhatsApp dengan OPD.txt", FIRST);
        run("2020-07-01");
        assertThat(counts("2020-07-01", BAITUL_MAL)).containsExactly("ASN,3,3,2,3,3,1", "TENAGA_KONTRAK,2,1,1,2,1,0");
        assertThat(counts("2020-07-01", HEALTH)).hasSize(2).allMatch(row -> row.endsWith(",0,0,,,"));
        assertThat(state("2020-07-01", HEALTH)).isEqualTo("NIL");
        assertThat(state("2020-07-01", LHOKNGA)).isEqualTo("MISSING");
        assertThat(told("2020-07-01"))
                .contains(
                        "NEW COUNT_DIFFERS 9.03.01 ASN 3",
                        "NEW COUNT_UNREADABLE 7.01.02  Kecamatan Lhoknga ASN idem, …",
                        "NEW AGENCY_SILENT 7.01.02",
                        "NEW CHAT_DATE_ASSUMED   2020-07-01")
                .noneMatch(told -> told.contains(HEALTH));
        CSVRecord differs = only(office.published("2020-07-01", "exceptions.csv"), "COUNT_DIFFERS");
        assertThat(differs.get("expected")).isEqualTo("2");
        assertThat(differs.get("file")).isEmpty();
        assertThat(home.resolve("inbox/_whatsapp/Chat WhatsApp dengan OPD.txt")).doesNotExist();
        assertNowhere(SENDERS);
        assertThat(Regencies.books(office)).isEmpty();
        Regencies.execute(office, "update claimed set contract_following = contract_following + 1");
        assertThat(Regencies.books(office)).containsExactly("claims 2020-07-01 9.03.01 2 1");
    }

    @Test
    void claimsOfLaterNightsJudgeNothingAgainAndFollowTheirExceptions() throws Exception {
        list();
        drop("chat.txt", FIRST);
        run("2020-07-01");
        run("2020-07-02");
        assertThat(told("2020-07-02"))
                .contains(
                        "OPEN COUNT_DIFFERS 9.03.01 ASN 3",
                        "OPEN AGENCY_SILENT 7.01.02",
                        "RESOLVED CHAT_DATE_ASSUMED   2020-07-01");
        drop("chat (1).txt", FIRST + """
                03/07/20 08.00 - Cut Sandi: Ralat Baitul Mal ASN 3 sudah 2
                03/07/20 08.01 - +62 813-5791-2468: Dinkes ASN 12 sudah 10
                03/07/20 08.02 - Ratna Rahasia: Kec. Lhoknga nihil
                """);
        run("2020-07-03");
        assertThat(counts("2020-07-03", BAITUL_MAL)).containsExactly("ASN,3,3,2,3,2,0", "TENAGA_KONTRAK,2,1,1,2,1,0");
        assertThat(counts("2020-07-03", HEALTH)).contains("ASN,15,0,0,12,10,");
        assertThat(state("2020-07-03", HEALTH)).isEqualTo("MISSING");
        assertThat(state("2020-07-03", LHOKNGA)).isEqualTo("NIL");
        assertThat(told("2020-07-03"))
                .contains(
                        "RESOLVED COUNT_DIFFERS 9.03.01 ASN 3",
                        "NEW AGENCY_SILENT 1.02.01",
                        "RESOLVED AGENCY_SILENT 7.01.02",
                        "RESOLVED COUNT_UNREADABLE 7.01.02  Kecamatan Lhoknga ASN idem, …");
        assertThat(Regencies.column(office, """
                select count(*) from night n join run r on r.run_id = n.run_id
                where r.business_date > '2020-07-01' and n.outcome_run = n.run_id""")).as("agencies judged again").containsExactly("0");
        // the message is 31 days old: the agency is silent again
        run("2020-08-03");
        assertThat(told("2020-08-03")).contains("REOPENED AGENCY_SILENT 7.01.02");
        assertMadeAgain(List.of("2020-07-01", "2020-07-02", "2020-07-03", "2020-08-03"));
    }

    @Test
    void aNightKnowsWhatWasReceivedUpToIt() throws Exception {
        run("2020-07-01");
        drop("chat.txt", FIRST);
        run("2020-07-02");
        assertThat(state("2020-07-02", HEALTH)).isEqualTo("NIL");
        drop("lagi.txt", FIRST + "02/07/20 09.00 - Cut Sandi: Baitul Mal nihil\n");
        run("2020-07-01", "--again");
        assertThat(state("2020-07-01", HEALTH)).isEqualTo("MISSING");
        assertThat(home.resolve("inbox/_whatsapp/lagi.txt")).exists();
        run("2020-07-02", "--again");
        assertThat(state("2020-07-02", BAITUL_MAL)).isEqualTo("NIL");
        assertThat(office.rekap("report", "--date", "2020-07-02", "--revision", "1")
                        .exit())
                .as("it is what stands there")
                .isEqualTo(10);
        assertMadeAgain(List.of("2020-07-01", "2020-07-02"));
    }

    @Test
    void whatIsNoChatIsToldThatNightAndKeptWithoutAnybodysName() throws Exception {
        drop("Kepala Seksi +62 813-5791-2468.txt", "Ratna, Cut Sandi\n0813-5791-2468\n");
        drop("lain.txt", FIRST);
        office.write("inbox/_whatsapp/lama/chat.txt", FIRST);
        run("2020-07-01");
        CSVRecord unreadable = only(office.published("2020-07-01", "exceptions.csv"), "CHAT_UNREADABLE");
        assertThat(unreadable.get("file")).isEqualTo("_whatsapp/\u2026 [nomor].txt");
        assertThat(unreadable.get("agency_code")).isEmpty();
        assertThat(state("2020-07-01", HEALTH)).as("other files are read").isEqualTo("NIL");
        assertThat(only(office.published("2020-07-01", "exceptions.csv"), "FOLDER_UNKNOWN")
                        .get("file"))
                .isEqualTo("_whatsapp/lama");
        Files.delete(home.resolve("inbox/_whatsapp/lama/chat.txt"));
        assertNowhere(List.of("Ratna, ", "Kepala", "5791-2468"));
        run("2020-07-02");
        assertThat(told("2020-07-02")).anyMatch(told -> told.startsWith("RESOLVED CHAT_UNREADABLE"));
    }

    @Test
    void claimsAreShownWithTheirWordsAndNobodysName() {
        drop("chat.txt", FIRST);
        run("2020-07-01");
        drop("chat.txt", FIRST + "02/07/20 08.00 - Cut Sandi: Ralat Baitul Mal ASN 3 sudah 2\n");
        run("2020-07-02");
        Office.Said said = office.rekap("claims", "--date", "2020-07-02", "--agency", "Baitul Mal");
        assertThat(said.exit()).isZero();
        assertThat(said.out().lines())
                .containsExactly(
                        "9.03.01  Sekretariat Baitul Mal: ASN 3, mengikuti 2; tenaga kontrak 2, mengikuti 1",
                        "  2020-07-02 08:00  \"Sekretariat Baitul Mal ASN 3 sudah 2\" = ASN 3, mengikuti 2 (berlaku,"
                                + " _whatsapp/chat.txt baris 6, diterima 2020-07-02)",
                        "  2020-07-01 08:00  \"Sekretariat Baitul Mal ASN 3 sudah 3, kontrak 2 sudah 1\" = ASN 3, mengikuti 3;"
                                + " tenaga kontrak 2, mengikuti 1 (berlaku, _whatsapp/chat.txt baris 3, diterima 2020-07-01)");
        Office.Said before = office.rekap("claims", "--date", "2020-07-01", "--lang", "en");
        assertThat(before.out())
                .contains("9.03.01  Sekretariat Baitul Mal: ASN 3, following 3")
                .contains("1.02.01  Dinas Kesehatan: nothing to report")
                .contains("7.01.02  Kecamatan Lhoknga: no report in force")
                .contains("cannot be read: a word or sign beside the numbers that is not known")
                .doesNotContain(SENDERS);
        JsonNode json = JsonMapper.shared()
                .readTree(office.rekap("claims", "--date", "2020-07-02", "--agency", "9.03.01", "--json")
                        .out());
        assertThat(json.get(0).get("claimed").get("ASN").get("following").asInt())
                .isEqualTo(2);
        assertThat(office.rekap("claims", "--date", "2020-07-02", "--agency", "lain")
                        .exit())
                .isEqualTo(6);
    }

    private void assertMadeAgain(List<String> dates) throws IOException {
        Map<String, String> before = Office.sets(home);
        for (String date : dates) {
            Path set = home.resolve("reports").resolve(date).toRealPath();
            Files.delete(set.resolve("counts.csv"));
            Office.Said said = office.rekap("report", "--date", date);
            assertThat(said.exit()).as(said.out() + said.err()).isZero();
        }
        assertThat(Office.sets(home)).isEqualTo(before);
    }

    /** In no file below home and in none of the database's, where those of the server can be seen. */
    private void assertNowhere(List<String> words) throws Exception {
        Path data = Path.of(Regencies.column(office, "select @@datadir").get(0));
        for (Path root : Files.isDirectory(data) ? List.of(home, data) : List.of(home)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(Files::isReadable)
                        .toList()) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertThat(words).as(file.toString()).noneMatch(text::contains);
                }
            }
        }
    }
}
