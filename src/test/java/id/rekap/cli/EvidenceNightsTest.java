package id.rekap.cli;

import static id.rekap.cli.Followers.HUMAS;
import static id.rekap.cli.Followers.MEDIA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** An official account's export beside what lists say (rule 9). */
class EvidenceNightsTest extends ExemptOffice {
    private static final String FOLLOW = "follow-" + HUMAS;

    private static String unverified(int i) {
        return "1.01 FOLLOW_UNVERIFIED " + no("1.01", i) + " " + FOLLOW;
    }

    private static String undeclared(int i) {
        return "1.01 FOLLOW_UNDECLARED " + no("1.01", i) + " " + FOLLOW;
    }

    /** All six of the first agency say so and have an account. */
    private void all(String follows) {
        list("1.01", IntStream.range(0, 6).mapToObj(i -> row(i, follows)).toArray(String[]::new));
    }

    private static String row(int i, String follows) {
        return row("1.01", i, "akun.1" + i, follows, "1");
    }

    private List<String> told(String date) {
        return open(date).stream().filter(one -> one.contains("FOLLOW_")).toList();
    }

    private String following(String date) {
        return office.published(date, "counts.csv").stream()
                .filter(row -> row.get("agency_code").equals("1.01"))
                .map(row -> row.get("rows") + " " + row.get("rows_following"))
                .findFirst()
                .orElse("");
    }

    @Test
    void anAnswerStandsBesideTheFollowersAsRuleNineHasIt() {
        list(
                "1.01",
                row("1.01", 0, "@Akun.10", "ya", "1"),
                row(1, "ya"),
                row(2, "tidak"),
                row(3, ""),
                row(4, "tidak"),
                row("1.01", 5, "bukan akun", "ya", "1"));
        Followers.drop(office, HUMAS, D1, "AKUN.10", "akun.12", "akun.13", "akun.15", "warga.lain");
        night(D1);
        // exempt 0, due 6, met: 0 and 5 who say so, 2 and 3 whom evidence shows
        assertThat(figures(D1, "1.01", FOLLOW)).isEqualTo("6 0 6 4 1 1 0 0.6667 ");
        assertThat(told(D1)).containsExactly(undeclared(2), undeclared(3), unverified(1));
        assertThat(figures(D1, "1.01", "follow-" + MEDIA))
                .as("without evidence")
                .isEqualTo("6 0 6 6 0 0 0 1.0000 ");
        assertThat(following(D1)).isEqualTo("6 4");
        assertThat(Followers.left(office)).isEmpty();
    }

    @Test
    void whatStoodThereBeforeIsProvenByALaterExportAndOnlyWhereSomethingChangesAnAgencyIsJudged() {
        all("ya");
        list("2.01", row("2.01", 0), row("2.01", 1));
        night(D1);
        assertThat(told(D1)).isEmpty();
        Followers.drop(office, HUMAS, D2, "akun.10", "akun.11", "akun.12", "akun.13", "akun.14", "akun.20", "akun.21");
        night(D2);
        assertThat(told(D2)).containsExactly(unverified(5));
        Followers.drop(office, HUMAS, D3, "akun.15", "akun.11", "akun.12", "akun.13", "akun.14", "akun.20", "akun.21");
        night(D3);
        assertThat(told(D3)).containsExactly(unverified(0));
        assertThat(reconciled(D3)).containsExactly("1.01");
        Followers.drop(office, HUMAS, D4, "akun.15", "akun.11", "akun.12", "akun.13", "akun.14", "akun.20", "akun.21");
        night(D4);
        assertThat(reconciled(D4)).isEmpty();
        assertThat(told(D4)).containsExactly(unverified(0));
    }

    @Test
    void aNightThatBringsExportsJudgesItsListsOnce() {
        all("ya");
        list("2.01", row("2.01", 0), row("2.01", 1));
        Followers.drop(office, HUMAS, D1, "akun.10", "akun.20");
        Followers.drop(office, MEDIA, D1, "akun.11", "akun.20");
        night(D1);
        assertThat(told(D1)).hasSize(12);
        all("tidak");
        Followers.drop(office, HUMAS, D1, "akun.10", "akun.11", "akun.20");
        Followers.drop(office, MEDIA, D2, "akun.11", "akun.20");
        night(D2);
        assertThat(told(D2)).contains(undeclared(0), undeclared(1)).hasSize(9);
        assertThat(reconciled(D2)).containsExactly("1.01");
        List<String> again = database(jdbc -> jdbc.queryForList("""
                select STEP_NAME from BATCH_STEP_EXECUTION where STEP_NAME like 'reconcile-again:%'""", String.class));
        assertThat(again).isEmpty();
    }

    @Test
    void aHandleThatWasClaimedAfterTheExportIsNotProvenEitherWay() {
        list("1.01", row(0, "ya"), row(1, "ya"));
        night(D1);
        all("ya");
        Followers.drop(office, HUMAS, D1, "akun.10", "akun.12");
        night(D2);
        assertThat(told(D2)).containsExactly(unverified(1));
        assertThat(figures(D2, "1.01", FOLLOW)).isEqualTo("6 0 6 5 1 0 0 0.8333 ");
    }

    @Test
    void sendingTheListAgainBeginsNoHandleAnewAndChangingOneEndsItsEvidence() {
        all("ya");
        Followers.drop(office, HUMAS, D1, "akun.10");
        night(D1);
        assertThat(told(D1)).hasSize(5);
        all("sudah");
        night(D2);
        assertThat(told(D2)).as("the same handles").isEqualTo(told(D1));
        list("1.01", row("1.01", 0, "lain.10", "tidak", "1"), row("1.01", 1, "lain.11", "ya", "1"), row(2, "ya"));
        night(D3);
        assertThat(told(D3)).containsExactly(unverified(2));
        all("ya");
        night(D4);
        assertThat(told(D4)).as("they have not stood there all the time").containsExactly(unverified(2));
    }

    @Test
    void whoIsListedUnderAFormerNumberNowStillStandsThere() {
        list("1.01", row(0, "ya"));
        Followers.drop(office, HUMAS, D1, "lain");
        night(D1);
        list("1.01", row(0, "ya").replace(no("1.01", 0), former("1.01")));
        night(D2);
        assertThat(told(D2)).containsExactly(unverified(0));
    }

    @Test
    void aSharedHandleProvesNothing() {
        list("1.01", row("1.01", 0, "berdua", "ya", "1"), row("1.01", 1, "berdua", "tidak", "1"), row(2, "ya"));
        Followers.drop(office, HUMAS, D1, "berdua");
        night(D1);
        assertThat(told(D1)).containsExactly(unverified(2));
        assertThat(figures(D1, "1.01", FOLLOW)).isEqualTo("6 0 6 1 1 1 3 0.1667 ");
    }

    @Test
    void whoIsExemptIsExemptWhateverIsProven() {
        all("tidak");
        done("exempt", "add", "--employee", no("1.01", 0), "--ground", "cuti", "--from", D1);
        Followers.drop(office, HUMAS, D1, "akun.10", "akun.11");
        night(D1);
        assertThat(told(D1)).containsExactly(undeclared(1));
        assertThat(figures(D1, "1.01", FOLLOW)).isEqualTo("6 1 5 1 0 4 0 0.2000 ");
        List<Integer> proven = database(
                jdbc -> jdbc.queryForList("select sum(proven) from tally where obligation = ?", Integer.class, FOLLOW));
        assertThat(proven).as("the exempt one is not among them").containsExactly(1);
    }

    @Test
    void aRowOnAnotherAgencysListIsProvenWhereItStandsAndCountsAtHome() {
        list("1.01", row(0, "ya"));
        list("2.01", row("2.01", 0), row("1.01", 1, "akun.11", "ya", "1"), row("1.01", 2, "akun.12", "tidak", "1"));
        Followers.drop(office, HUMAS, D1, "akun.12", "akun.20", "akun.10");
        night(D1);
        assertThat(told(D1))
                .containsExactly(
                        "2.01 FOLLOW_UNDECLARED " + no("1.01", 2) + " " + FOLLOW,
                        "2.01 FOLLOW_UNVERIFIED " + no("1.01", 1) + " " + FOLLOW);
        assertThat(figures(D1, "1.01", FOLLOW)).isEqualTo("6 0 6 2 1 0 3 0.3333 ");
        assertThat(following(D1)).isEqualTo("3 2");
    }

    @Test
    void anExportEndsByItselfAfterFortyFiveDays() {
        all("ya");
        Followers.drop(office, HUMAS, D1, "akun.10");
        night(D1);
        night("2020-08-15");
        assertThat(told("2020-08-15")).hasSize(5);
        night("2020-08-16");
        assertThat(told("2020-08-16")).isEmpty();
        assertThat(figures("2020-08-16", "1.01", FOLLOW)).isEqualTo("6 0 6 6 0 0 0 1.0000 ");
    }

    @Test
    void anExportThatIsOlderThanTheOneInForceChangesNothing() {
        all("ya");
        night(D1);
        Followers.drop(office, HUMAS, D2, "akun.10");
        night(D2);
        Followers.drop(office, HUMAS, D1, "akun.11", "akun.12", "akun.13", "akun.14", "akun.15");
        night(D3);
        assertThat(told(D3)).isEqualTo(told(D2)).hasSize(5);
        assertThat(reconciled(D3)).isEmpty();
    }

    @Test
    void anIncompleteExportJudgesNobodyAndIsToldUntilTheNextCompleteOne() {
        all("ya");
        Followers.drop(office, HUMAS, D1, "akun.10", "akun.11");
        night(D1);
        assertThat(told(D1)).hasSize(4);
        Followers.drop(office, HUMAS, D2, "akun.15");
        Followers.control(office, HUMAS, 1_204);
        night(D2);
        assertThat(told(D2)).as("earlier evidence holds").isEqualTo(told(D1));
        CSVRecord incomplete = evidence(D2).get(0);
        assertThat(incomplete.get("code")).isEqualTo("EVIDENCE_INCOMPLETE");
        assertThat(incomplete.get("file")).isEqualTo("_followers/" + HUMAS);
        assertThat(incomplete.get("value")).isEqualTo("1 / 1204");
        assertThat(incomplete.get("agency_code")).isEmpty();
        assertThat(Followers.left(office)).isEmpty();
        night(D3);
        assertThat(evidence(D3))
                .singleElement()
                .extracting(row -> row.get("state"))
                .isEqualTo("OPEN");
        Followers.drop(office, HUMAS, D4, "akun.10", "akun.11", "akun.12", "akun.13", "akun.14", "akun.15");
        night(D4);
        assertThat(evidence(D4))
                .singleElement()
                .extracting(row -> row.get("state"))
                .isEqualTo("RESOLVED");
        assertThat(told(D4)).isEmpty();
    }

    private List<CSVRecord> evidence(String date) {
        return office.published(date, "exceptions.csv").stream()
                .filter(row -> row.get("code").startsWith("EVIDENCE_"))
                .toList();
    }

    @Test
    void aFolderThatNoMandateNamesIsToldOnceAndEmptiedUnread() {
        all("ya");
        Followers.drop(office, "akun.pribadi", D1, "akun.10");
        office.write("inbox/_followers/tercecer.json", "[]");
        night(D1);
        assertThat(office.published(D1, "exceptions.csv").stream()
                        .filter(row -> row.get("code").equals("FOLDER_UNKNOWN"))
                        .map(row -> row.get("file") + " " + row.get("value")))
                .containsExactly("_followers _followers", "_followers/akun.pribadi _followers/akun.pribadi");
        assertThat(office.published(D1, "exceptions.csv"))
                .filteredOn(row -> row.get("code").equals("FOLDER_UNKNOWN"))
                .allSatisfy(row -> assertThat(row.get("message")).contains("dihapus tanpa dibaca"))
                .allSatisfy(row -> assertThat(row.get("expected")).contains("humasacehbesar"));
        assertThat(Followers.left(office)).isEmpty();
        assertThat(told(D1)).isEmpty();
        night(D2);
        assertThat(open(D2)).noneMatch(one -> one.contains("FOLDER_UNKNOWN"));
    }

    @Test
    void anExportInAnAgencysFolderIsRefusedAndNobodyInItIsKept() throws IOException {
        all("ya");
        night(D1);
        String json = Followers.json(D1, List.of("akun.10", "warga.lain"));
        office.write("inbox/1.01/followers_1.json", json);
        office.write("inbox/1.01/bukan-ekspor.json", "{\"catatan\": \"tetap ada\"}");
        String zip = "2.01/instagram-" + HUMAS + "-2020-07-02-x.zip";
        Followers.zipAt(office, "inbox/" + zip, Map.of("a/followers_1.json", json));
        night(D2);
        assertThat(office.published(D2, "exceptions.csv").stream()
                        .filter(row -> row.get("code").equals("FILE_UNREADABLE"))
                        .map(row -> row.get("file") + " " + row.get("value")))
                .containsExactly("1.01/bukan-ekspor.json json", "1.01/followers_1.json json", zip + " zip");
        assertThat(kept("tetap ada"))
                .as("any other file is archived as it came")
                .hasSize(1);
        assertThat(kept("warga.lain")).isEmpty();
        assertThat(kept("followers_1.json"))
                .as("the journal tells what was dropped")
                .containsExactly("journal.jsonl");
    }

    /** Files below the archive that hold a text; of a ZIP the names of its entries. */
    private List<String> kept(String text) throws IOException {
        try (Stream<Path> files = Files.walk(office.path("archive"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> bytes(file).contains(text))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRunOfAnOlderDateTakesNoneAndKnowsNoneThatCameLater() {
        all("ya");
        night(D1);
        Followers.drop(office, HUMAS, D1, "akun.10");
        night(D3);
        assertThat(told(D3)).hasSize(5);
        Followers.drop(office, HUMAS, D2, "akun.11");
        night(D2);
        assertThat(told(D2)).isEmpty();
        assertThat(Followers.left(office)).hasSize(2);
    }

    @Test
    void anEarlierNightIsMadeAgainWithTheEvidenceOfThen() throws IOException {
        all("ya");
        Followers.drop(office, HUMAS, D1, "akun.10");
        night(D1);
        Followers.drop(office, HUMAS, D2, "akun.11", "akun.12");
        night(D2);
        Map<String, String> sets = Office.sets(home);
        for (String date : List.of(D1, D2)) {
            FileSystemUtils.deleteRecursively(office.path("reports/.history/" + date + ".1"));
            done("report", "--date", date);
        }
        assertThat(Office.sets(home)).isEqualTo(sets);
        done("run", "--date", D2, "--again");
        assertThat(told(D2)).hasSize(4);
    }

    @Test
    void exportsComeSplitZippedAndWithPartsMissing() {
        all("ya");
        List<String> names = new ArrayList<>(List.of("akun.10", "akun.11", "akun.12"));
        String folder = "connections/followers_and_following/";
        Followers.zip(
                office,
                HUMAS,
                "instagram-humasacehbesar-" + D1 + "-Ab3dE.zip",
                Map.of(
                        folder + "followers_1.json", Followers.json("2020-06-01", names),
                        folder + "followers_2.json", Followers.json("2020-06-02", List.of("akun.13")),
                        folder + "following.json", "not read"));
        Followers.control(office, HUMAS, 4);
        night(D1);
        assertThat(told(D1)).containsExactly(unverified(4), unverified(5));
        office.write(Followers.place(HUMAS) + folder + "followers_1.json", Followers.json(D2, names));
        office.write(Followers.place(HUMAS) + folder + "followers_3.json", Followers.json(D2, List.of("akun.15")));
        Followers.control(office, HUMAS, 4);
        night(D2);
        assertThat(evidence(D2))
                .singleElement()
                .extracting(row -> row.get("value"))
                .isEqualTo("followers_2");
        assertThat(told(D2)).isEqualTo(told(D1));
        office.write(Followers.place(HUMAS) + "followers.json", "{\"relationships_followers\": [");
        night(D3);
        assertThat(open(D3)).contains("EVIDENCE_UNREADABLE", "EVIDENCE_INCOMPLETE");
        assertThat(Followers.left(office)).isEmpty();
    }
}
