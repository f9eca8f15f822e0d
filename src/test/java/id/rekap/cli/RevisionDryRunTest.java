package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a revision would change is said before anything is replaced, and what was learnt later apart from what is dated later. */
class RevisionDryRunTest extends ExemptOffice {
    @BeforeEach
    void twoNights() {
        list("1.01", row("1.01", 0), row("1.01", 1, "bukan akun", "mungkin", "x"), row("1.01", 2), row("1.01", 3));
        list("2.01", row("2.01", 0), row("2.01", 1), row("2.01", 2), row("2.01", 3), row("2.01", 4), row("2.01", 5));
        night(D1);
        night(D2);
    }

    @Test
    void whatIsSaidOfExportsStaysAsItIs() throws Exception {
        office.write("inbox/_followers/akun.pribadi/followers_1.json", "[]");
        done("run", "--date", "2020-07-20");
        assertThat(fingerprints("2020-07-20")).anyMatch(one -> one.startsWith("FOLDER_UNKNOWN "));
        JsonNode difference = foreseen("2020-07-20").get("difference");
        assertThat(difference.get("exceptions")).as(difference.toString()).isEmpty();
    }

    private JsonNode foreseen(String date) {
        return JsonMapper.shared()
                .readTree(done("run", "--date", date, "--again", "--dry-run", "--json"))
                .get("revision");
    }

    private void exempt(String... options) {
        List<String> command = new ArrayList<>(List.of("exempt", "add", "--ground", "cuti"));
        command.addAll(List.of(options));
        done(command.toArray(String[]::new));
    }

    /** Rows of snapshot.csv as {@code agency type obligation due met}. */
    private Map<String, String> counts(String date) {
        Map<String, String> counts = new TreeMap<>();
        for (CSVRecord row : office.published(date, "snapshot.csv")) {
            counts.put(
                    row.get("agency_code") + " " + row.get("employment_type") + " " + row.get("obligation"),
                    row.get("due") + " " + row.get("met"));
        }
        return counts;
    }

    private Set<String> fingerprints(String date) {
        return office.published(date, "exceptions.csv").stream()
                .filter(row -> !row.get("state").equals("RESOLVED"))
                .map(row -> row.get("code") + " " + row.get("fingerprint"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> changed(Map<String, String> before, Map<String, String> after) {
        Map<String, String> changed = new TreeMap<>(after);
        changed.entrySet().removeIf(row -> row.getValue().equals(before.get(row.getKey())));
        return changed;
    }

    private static Map<String, Long> byCode(Set<String> of, Set<String> without) {
        return of.stream()
                .filter(one -> !without.contains(one))
                .collect(Collectors.groupingBy(one -> one.split(" ", -1)[0], TreeMap::new, Collectors.counting()));
    }

    /** Of those whose due or met changes. */
    private static Map<String, String> foretoldCounts(JsonNode foreseen) {
        Map<String, String> counts = new TreeMap<>();
        for (JsonNode row : foreseen.get("difference").get("counts")) {
            JsonNode before = row.get("before");
            JsonNode after = row.get("after");
            String is = after.get("due").asString() + " " + after.get("met").asString();
            if (before.isNull()
                    || !is.equals(before.get("due").asString() + " "
                            + before.get("met").asString())) {
                counts.put(
                        row.get("agency").asString() + " " + row.get("type").asString() + " "
                                + row.get("obligation").asString(),
                        is);
            }
        }
        return counts;
    }

    private static Map<String, Long> foretoldCodes(JsonNode foreseen, String which) {
        Map<String, Long> codes = new TreeMap<>();
        for (JsonNode code : foreseen.get("difference").get("exceptions")) {
            if (code.get(which).asLong() > 0) {
                codes.put(code.get("code").asString(), code.get(which).asLong());
            }
        }
        return codes;
    }

    /** What was foreseen is what the revision says. */
    private void comesTrue(String date, JsonNode foreseen) {
        Map<String, String> counts = counts(date);
        Set<String> open = fingerprints(date);
        done("run", "--date", date, "--again");
        assertThat(foretoldCounts(foreseen)).isEqualTo(changed(counts, counts(date)));
        assertThat(foretoldCodes(foreseen, "appeared")).isEqualTo(byCode(fingerprints(date), open));
        assertThat(foretoldCodes(foreseen, "gone")).isEqualTo(byCode(open, fingerprints(date)));
    }

    /** A set's files but the manifest, which names its revision. */
    private Map<String, String> set(String name) throws IOException {
        Map<String, String> set = new TreeMap<>();
        Office.sets(home).forEach((path, text) -> {
            if (path.startsWith(".history/" + name + "/") && !path.endsWith("manifest.json")) {
                set.put(path.substring(path.indexOf(name) + name.length()), text);
            }
        });
        assertThat(set).isNotEmpty();
        return set;
    }

    private Map<String, Integer> rowsOfTables() {
        return database(jdbc -> {
            Map<String, Integer> rows = new TreeMap<>();
            for (String table : jdbc.queryForList(
                    "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'",
                    String.class)) {
                rows.put(table, jdbc.queryForObject("select count(*) from `" + table + "`", Integer.class));
            }
            return rows;
        });
    }

    @Test
    void saysWhatAnImportAndAnExemptionIntoThePastWouldChangeAndWritesNothing() throws IOException {
        exempt("--agency", "2.01", "--from", D1, "--until", D1);
        employees(D1, Map.of(no("1.01", 2), "3.01"));
        Map<String, String> sets = Office.sets(home);
        Map<String, Integer> rows = rowsOfTables();
        String said = done("run", "--date", D1, "--again", "--dry-run");
        JsonNode foreseen = foreseen(D1);
        assertThat(Office.sets(home)).isEqualTo(sets);
        assertThat(rowsOfTables()).isEqualTo(rows);
        assertThat(said)
                .contains(
                        "A revision of " + D1 + " would replace revision 1, and change:",
                        "2.01 PNS all: exempt 0 → 6, due 6 → 0",
                        "1.01 Satu: people 6 → 5",
                        "of this date: register imports 1, exemptions granted 1",
                        "changes nothing of this date: nothing",
                        "Nothing was taken or written");
        assertThat(said).doesNotContain("Orang Rekaan").doesNotContain(no("1.01", 2));
        assertThat(foreseen.get("learnt").get("imports").asInt()).isEqualTo(1);
        comesTrue(D1, foreseen);
        assertThat(foreseen(D1).get("difference").get("agencies")).isEmpty();
    }

    @Test
    void whatIsDatedLaterChangesNothingAndIsToldApart() throws IOException {
        exempt("--agency", "2.01", "--from", D2);
        employees(D2, Map.of(no("1.01", 2), "3.01"));
        JsonNode foreseen = foreseen(D1);
        assertThat(foreseen.get("difference").get("counts")).isEmpty();
        assertThat(foreseen.get("difference").get("exceptions")).isEmpty();
        assertThat(foreseen.get("learnt").get("exemptions").asInt()).isZero();
        assertThat(foreseen.get("datedLater").get("exemptions").asInt()).isEqualTo(1);
        assertThat(foreseen.get("datedLater").get("imports").asInt()).isEqualTo(1);
        assertThat(done("run", "--date", D1, "--again", "--dry-run"))
                .contains("would say what revision 1 says", "register imports 1, exemptions granted 1");
        comesTrue(D1, foreseen);
        assertThat(set(D1 + ".2")).isEqualTo(set(D1 + ".1"));
        assertThat(foreseen(D2).get("learnt").get("exemptions").asInt()).isEqualTo(1);
        night(D3);
        Map<String, String> sets = Office.sets(home);
        for (String date : List.of(D1, D2, D3)) {
            Files.delete(home.resolve("reports/" + date + "/snapshot.csv"));
            assertThat(done("report", "--date", date)).contains("byte for byte");
        }
        assertThat(Office.sets(home)).isEqualTo(sets);
    }

    @Test
    void ofTheNewestDateItReadsWhatLiesInTheInboxAndTakesUpWhatWasDecided() throws IOException {
        list("1.01", row("1.01", 0), row("1.01", 1), row("1.01", 4), row("1.01", 5));
        office.write("inbox/3.01/rusak.pdf", "%PDF-1.4");
        office.write("inbox/9.99/daftar.csv", HEADER);
        done("withdraw", "2.01");
        JsonNode foreseen = foreseen(D2);
        assertThat(foreseen.get("learnt").get("withdrawals").asInt()).isEqualTo(1);
        assertThat(foretoldCodes(foreseen, "appeared"))
                .containsKeys("FILE_UNREADABLE", "FOLDER_UNKNOWN", "AGENCY_SILENT");
        assertThat(home.resolve("inbox/1.01/daftar.csv")).exists();
        comesTrue(D2, foreseen);
        assertThat(counts(D2)).containsEntry("1.01 PNS repost", "6 4").containsEntry("2.01 PNS repost", "6 0");
    }

    @Test
    void aRevisionSaysWhatItKnowsThatTheFirstSetDidNot() throws IOException {
        exempt("--employee", no("1.01", 1), "--from", D1, "--until", D1);
        Said report = office.rekap("report", "--date", D1);
        assertThat(report.err()).contains("was learnt since", "exemptions granted 1", "--again --dry-run");
        assertThat(done("run", "--date", D1, "--again")).contains("exemptions granted 1");
        assertThat(Files.readString(home.resolve("reports/index.html")))
                .contains("Memuat yang baru diketahui setelah terbitan pertama tanggal ini: pengecualian diberikan 1");
        assertThat(done("show", D1 + ".2", "--json")).contains("\"exemptions\":1");
        done("exempt", "end", "--employee", no("1.01", 1), "--until", "2020-06-30");
        assertThat(foreseen(D1).get("learnt").get("exemptionsEnded").asInt()).isEqualTo(1);
        done("run", "--date", D1, "--again");
        assertThat(done("show", D1 + ".3", "--json")).contains("\"learnt\":null");
    }

    @Test
    void anAcknowledgementIsOneOfThem() {
        String fingerprint = office.published(D1, "exceptions.csv").stream()
                .filter(row -> row.get("code").equals("AGENCY_SILENT"))
                .map(row -> row.get("fingerprint"))
                .findFirst()
                .orElseThrow();
        done("ack", fingerprint, "--note", "Tahu", "--until", D2);
        assertThat(foreseen(D1).get("learnt").get("acknowledged").asInt()).isEqualTo(1);
        done("ack", "end", fingerprint);
        assertThat(foreseen(D1).get("learnt").get("acknowledged").asInt()).isZero();
    }
}
