package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example of a second mandate beside the first, from files to pages: neither changes what the other counts. */
class SecondMandateTest extends ExemptOffice {
    private static final String COURSE = "keamanan-informasi";
    private static final String FILE = "jobs/mandates/" + COURSE + ".yml";
    private static final String EXAMPLE = "jobs/examples/" + COURSE + ".yml";
    private static final List<String> DATES = List.of(D1, D2, D3);

    @TempDir
    Path other;

    private void second() throws IOException {
        office.write(FILE, Files.readString(Path.of(EXAMPLE)));
    }

    /**
     * A list of both mandates, one of each, and a chat; what the second alone means only where it is there, for a file of no
     * mandate is refused.
     */
    private void drop(String date, boolean second) {
        if (date.equals(D1)) {
            office.write(
                    "inbox/1.01/daftar.csv",
                    HEADER.strip() + ",pelatihan,jam pelatihan\n"
                            + row("1.01", 0).strip() + ",ya,8\n"
                            + row("1.01", 1).strip() + ",mungkin,2\n"
                            + row("1.01", 2).strip() + ",tidak,0\n");
            office.write("inbox/_whatsapp/chat.txt", """
                    01/07/20 07.00 - Kepala Contoh: Kantor Satu ASN 6 org, sudah follow 5
                    01/07/20 07.01 - Humas Contoh: Terima kasih
                    """);
        } else if (date.equals(D2)) {
            list("2.01", row("2.01", 0), row("2.01", 1));
            if (second) {
                office.write(
                        "inbox/3.01/pelatihan.csv",
                        "nip,nama,pelatihan,jam pelatihan\n" + no("3.01", 0) + "," + name(0) + ",ya,4\n");
            }
        }
    }

    private void nights(boolean first, boolean second) {
        for (String date : DATES) {
            drop(date, second);
            if (first) {
                night(date);
            }
            if (second) {
                done("run", "--date", date, "--mandate", COURSE);
            }
        }
    }

    /** Files of sets below a folder of reports, by path. */
    private Map<String, String> setsIn(String folder) throws IOException {
        Map<String, String> sets = new TreeMap<>();
        Office.sets(home).forEach((path, text) -> {
            if (path.startsWith(folder + ".history/")) {
                sets.put(path.substring(folder.length()), text);
            }
        });
        return sets;
    }

    @Test
    void neitherMandateChangesAByteOfTheOthersSets() throws IOException {
        second();
        nights(true, true);
        Map<String, String> first = setsIn("");
        Map<String, String> second = setsIn(COURSE + "/");
        assertThat(first.keySet()).contains(".history/" + D3 + ".1/summary.html");
        home = Files.createDirectories(other.resolve("first"));
        register();
        nights(true, false);
        assertThat(setsIn("")).isEqualTo(first);
        assertThat(home.resolve("reports/" + COURSE)).doesNotExist();
        home = Files.createDirectories(other.resolve("second"));
        register();
        second();
        nights(false, true);
        assertThat(setsIn(COURSE + "/")).isEqualTo(second);
    }

    @Test
    void isJudgedPublishedAndMadeAgainLikeTheFirst() throws Exception {
        second();
        done("exempt", "add", "--employee", no("1.01", 3), "--obligation", "course", "--ground", "cuti", "--from", D1);
        nights(true, true);
        Path reports = home.resolve("reports/" + COURSE);
        assertThat(reports.resolve("latest/summary.html")).exists();
        assertThat(reports.resolve("index.html")).exists();
        assertThat(figure(reports, "1.01", "course")).isEqualTo("6 1 5 1 1 3");
        assertThat(figure(reports, "1.01", "course-hours")).isEqualTo("6 0 6 1 2 3");
        assertThat(figure(reports, "3.01", "all")).isEqualTo("1 0 1 1 0 0");
        assertThat(figures(D3, "1.01", "repost")).startsWith("6 0 6 3");
        assertThat(codes(reports, "1.01")).contains("VALUE_UNREADABLE").doesNotContain("COUNT_DIFFERS");
        assertThat(office.published(D3, "exceptions.csv"))
                .extracting(row -> row.get("code"))
                .contains("COUNT_DIFFERS");
        assertThat(Office.csv(reports.resolve(D3 + "/counts.csv")))
                .allSatisfy(row -> assertThat(row.get("claimed")).isEmpty());
        assertThat(Files.readString(reports.resolve(D3 + "/summary.html")))
                .contains("Pelatihan keamanan informasi tahunan (contoh)")
                .doesNotContain("mengikuti akun", "Klaim", "mengikuti humas");
        Map<String, String> sets = Office.sets(home);
        Files.delete(reports.resolve(D2 + "/manifest.json"));
        assertThat(done("report", "--date", D2, "--mandate", COURSE)).contains("byte for byte");
        assertThat(Office.sets(home)).isEqualTo(sets);
        assertThat(Regencies.books(office)).isEmpty();
    }

    /** Alone it would hide another one beside the small agency, and who read both would have the one person of it. */
    @Test
    void aSetHidesWhatAnotherSetOfItsDateHides() throws IOException {
        second();
        courses();
        done("run", "--date", D1, "--mandate", COURSE);
        assertThat(hidden(COURSE + "/" + D1)).containsExactly("1.01", "3.01");
        home = Files.createDirectories(other.resolve("both"));
        register();
        second();
        courses();
        night(D1);
        done("run", "--date", D1, "--mandate", COURSE);
        assertThat(hidden(D1)).containsExactly("2.01", "3.01");
        assertThat(hidden(COURSE + "/" + D1)).containsExactly("2.01", "3.01");
        Map<String, String> sets = Office.sets(home);
        Files.delete(home.resolve("reports/" + COURSE + "/" + D1 + "/rekap.xlsx"));
        assertThat(done("report", "--date", D1, "--mandate", COURSE)).contains("byte for byte");
        Files.delete(home.resolve("reports/" + D1 + "/rekap.xlsx"));
        assertThat(done("report", "--date", D1)).contains("byte for byte");
        assertThat(Office.sets(home)).isEqualTo(sets);
        done("exempt", "add", "--agency", "2.01", "--ground", "cuti", "--from", D1);
        done("run", "--date", D1, "--again");
        assertThat(hidden(D1)).contains("2.01", "3.01");
    }

    /** Of the first mandate some of 2.01 have met all, of the second some of 1.01. */
    private void courses() {
        for (String agency : List.of("1.01", "2.01", "3.01")) {
            StringBuilder rows = new StringBuilder(HEADER.strip() + ",pelatihan,jam pelatihan\n");
            for (int i = 0; i < (agency.equals("3.01") ? 1 : 6); i++) {
                boolean isMixed = i % 2 == 0;
                String follows = isMixed && agency.equals("2.01") ? "tidak" : "ya";
                rows.append(row(agency, i, "akun." + agency.charAt(0) + i, follows, "1")
                                .strip())
                        .append(isMixed && agency.equals("1.01") ? ",tidak,0\n" : ",ya,8\n");
            }
            office.write("inbox/" + agency + "/daftar.csv", rows.toString());
        }
    }

    /** Agencies of which a summary shows no number of people. */
    private List<String> hidden(String set) throws IOException {
        Pattern row = Pattern.compile("<tr id=\"a-([^\"]+)\">(.*?)</tr>", Pattern.DOTALL);
        return row.matcher(Files.readString(home.resolve("reports/" + set + "/summary.html")))
                .results()
                .filter(r ->
                        r.group(2).contains("tidak ditampilkan") || r.group(2).contains("&lt; 3"))
                .map(r -> r.group(1))
                .toList();
    }

    @Test
    void commandsKnowBothMandates() throws IOException {
        second();
        nights(true, true);
        JsonNode runs = JsonMapper.shared().readTree(done("status", "--json")).get("runs");
        assertThat(runs.findValuesAsString("run")).containsExactly(D3 + ".1", COURSE + "/" + D3 + ".1");
        String unreadable = Office.csv(home.resolve("reports/" + COURSE + "/" + D3 + "/exceptions.csv")).stream()
                .filter(row -> row.get("code").equals("VALUE_UNREADABLE"))
                .map(row -> row.get("fingerprint"))
                .findFirst()
                .orElseThrow();
        Map<String, String> sets = setsIn("");
        done("ack", unreadable, "--note", "Tahu", "--until", D4);
        assertThat(done("trace", no("1.01", 1), "--date", D3, "--mandate", COURSE))
                .contains("course");
        done("run", "--date", D3, "--mandate", COURSE, "--again");
        assertThat(setsIn("")).isEqualTo(sets);
        Said wrong = office.rekap(
                "exempt", "add", "--agency", "1.01", "--obligation", "kursus", "--ground", "cuti", "--from", D1);
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("course", "repost");
    }

    private static String figure(Path reports, String agency, String obligation) {
        return Office.csv(reports.resolve(D3 + "/snapshot.csv")).stream()
                .filter(row -> row.get("agency_code").equals(agency)
                        && row.get("obligation").equals(obligation))
                .map(row -> String.join(
                        " ",
                        row.get("headcount"),
                        row.get("exempt"),
                        row.get("due"),
                        row.get("met"),
                        row.get("not_met"),
                        row.get("not_reported")))
                .findFirst()
                .orElse("");
    }

    private static List<String> codes(Path reports, String agency) {
        return Office.csv(reports.resolve(D3 + "/exceptions.csv")).stream()
                .filter((CSVRecord row) -> row.get("agency_code").equals(agency))
                .map(row -> row.get("code"))
                .toList();
    }
}
