package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list that was in force goes out of it: the one before holds again, and the past stays as it was. */
class WithdrawTest {
    private static final Path SAMPLES = Path.of("jobs/samples");
    private static final String AGENCY = "1.02.01";
    private static final String FIRST = "2020-07-01";
    private static final String SECOND = "2020-07-02";
    private static final String THIRD = "2020-07-03";
    private static final String FOURTH = "2020-07-04";

    @TempDir
    Path home;

    private Office office;
    private String whole;

    @BeforeEach
    void dropTwoLists() throws IOException {
        office = Registered.SAMPLES.in(home);
        whole = Files.readString(SAMPLES.resolve("LIST_SHRANK/bad/night1/1.02.01/daftar.csv"), StandardCharsets.UTF_8);
        night(FIRST, "daftar.csv", whole);
        night(SECOND, "daftar.csv", less(6));
    }

    /** Without its last rows: another list, not short enough to be held. */
    private String less(int rows) {
        List<String> lines = whole.lines().toList();
        return String.join("\n", lines.subList(0, lines.size() - rows)) + "\n";
    }

    private String done(String... arguments) {
        Said said = office.rekap(arguments);
        assertThat(said.exit()).as(said.err()).isZero();
        return said.out();
    }

    private void night(String date, String name, String list) {
        office.write("inbox/" + AGENCY + "/" + name, list);
        done("run", "--date", date);
    }

    private CSVRecord agency(String date) {
        return office.published(date, "agencies.csv").stream()
                .filter(row -> row.get("agency_code").equals(AGENCY))
                .findFirst()
                .orElseThrow();
    }

    private String inForce(String date) {
        return agency(date).get("submission");
    }

    @Test
    void putsTheListBeforeItInForceWithTheNextRun() throws IOException {
        String second = inForce(SECOND);
        byte[] published = Files.readAllBytes(home.resolve("reports/" + SECOND + "/manifest.json"));
        assertThat(done("withdraw", AGENCY + "/" + second))
                .contains(
                        "Withdrawn " + AGENCY + "/" + second, AGENCY + "/" + inForce(FIRST) + " holds again, 26 rows");
        assertThat(office.rekap("status").out())
                .contains("decided  " + AGENCY + "/" + second + "  WITHDRAW with the next run");
        done("run", "--date", THIRD);
        assertThat(inForce(THIRD)).isEqualTo(inForce(FIRST));
        assertThat(agency(THIRD).get("rows")).isEqualTo("26");
        assertThat(office.rekap("status").out()).doesNotContain("decided");

        assertThat(office.rekap("report", "--date", SECOND).err()).contains("byte for byte as it was published");
        assertThat(home.resolve("reports/" + SECOND + "/manifest.json")).hasBinaryContent(published);
        done("run", "--date", SECOND, "--again");
        assertThat(inForce(SECOND)).as("the second night did not know of it").isEqualTo(second);
    }

    @Test
    void isTakenUpByARevisionOfTheNewestDate() {
        done("withdraw", AGENCY);
        done("run", "--date", SECOND, "--again");
        assertThat(inForce(SECOND)).isEqualTo(inForce(FIRST));
    }

    @Test
    void leavesAnAgencyWithoutAListWhereNoneWasBefore() {
        done("withdraw", AGENCY);
        assertThat(done("withdraw", AGENCY)).contains("no list of the agency holds then");
        done("run", "--date", THIRD);
        assertThat(agency(THIRD).get("state")).isEqualTo("MISSING");
        assertThat(agency(THIRD).get("rows")).isEqualTo("0");
        assertThat(office.published(THIRD, "exceptions.csv"))
                .anyMatch(row -> row.get("code").equals("AGENCY_SILENT")
                        && row.get("agency_code").equals(AGENCY));
    }

    @Test
    void saysThatAnAcceptedListHoldsThen() {
        String second = inForce(SECOND);
        night(THIRD, "daftar.csv", less(20));
        assertThat(agency(THIRD).get("state")).isEqualTo("HELD");
        done("accept", AGENCY);
        assertThat(done("withdraw", AGENCY + "/" + second))
                .contains(", which you accepted, holds then, 6 rows")
                .doesNotContain("holds again");
        done("run", "--date", FOURTH);
        assertThat(agency(FOURTH).get("rows")).isEqualTo("6");
    }

    /** Under the second mandate only the second list counts: the first one has none of its columns. */
    @Test
    void saysWhatHoldsUnderEachMandate() throws IOException {
        String mandate = Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml"));
        String head = mandate.substring(0, mandate.indexOf("obligations:")).replaceFirst("(?m)^id: .*", "id: dua");
        office.write("jobs/mandates/dua.yml", head + """
                        obligations:
                          - id: lagi
                            kind: count
                            at-least: 1
                            label: {id: Lagi, en: Again}
                            columns: [unggah lagi]
                        """);
        List<String> lines = whole.lines().toList();
        StringBuilder more = new StringBuilder(lines.get(0) + ",unggah lagi\n");
        lines.stream().skip(1).forEach(line -> more.append(line).append(",1\n"));
        night(THIRD, "daftar.csv", more.toString());
        done("run", "--date", THIRD, "--mandate", "dua");
        assertThat(done("withdraw", AGENCY))
                .contains("under mandate se-480-263-2020, " + AGENCY + "/" + inForce(SECOND) + " holds again")
                .contains("under mandate dua, no list of the agency holds then");
    }

    @Test
    void isTakenBackUntilARunTakesItUp() {
        String second = inForce(SECOND);
        done("withdraw", second);
        assertThat(office.rekap("withdraw", second).err()).contains("withdrawn already", "--undo");
        assertThat(done("withdraw", second, "--undo")).contains("stays in force");
        assertThat(office.rekap("withdraw", second, "--undo").exit()).isEqualTo(10);
        done("run", "--date", THIRD);
        assertThat(inForce(THIRD)).isEqualTo(second);
        done("withdraw", second);
        done("run", "--date", FOURTH);
        Said late = office.rekap("withdraw", second, "--undo");
        assertThat(late.exit()).isEqualTo(10);
        assertThat(late.err()).contains("was withdrawn with the run of " + FOURTH);
    }

    @Test
    void takesTheSameFilesAsANewSubmissionAfterwards() {
        String second = inForce(SECOND);
        done("withdraw", second);
        night(THIRD, "daftar.csv", less(6));
        assertThat(agency(THIRD).get("received_on")).isEqualTo(THIRD);
        assertThat(inForce(THIRD)).isNotEqualTo(second).endsWith(second.substring(10));
        done("withdraw", inForce(THIRD));
        night(FOURTH, "daftar.csv", whole);
        assertThat(inForce(FOURTH)).as("the first list again").isEqualTo(inForce(FIRST));
        assertThat(office.published(FOURTH, "exceptions.csv"))
                .anyMatch(row -> row.get("code").equals("FILE_UNCHANGED")
                        && row.get("value").equals(inForce(FIRST)));
    }

    @Test
    void takesAnAcceptedListAndACorrectionOutOneByOne() {
        String second = inForce(SECOND);
        night(THIRD, "daftar.csv", less(20));
        assertThat(agency(THIRD).get("state")).isEqualTo("HELD");
        assertThat(office.rekap("withdraw", AGENCY + "/" + heldId()).exit()).isEqualTo(10);
        done("accept", AGENCY);
        night(FOURTH, "ralat.csv", whole.lines().limit(2).reduce("", (a, b) -> a + b + "\n"));
        String corrected = inForce(FOURTH);
        Said below = office.rekap("withdraw", AGENCY + "/" + heldId());
        assertThat(below.exit()).isEqualTo(10);
        assertThat(below.err()).contains(corrected + " is; withdraw that first");
        done("withdraw", corrected);
        done("run", "--date", "2020-07-05");
        assertThat(inForce("2020-07-05")).isEqualTo(heldId());
        done("withdraw", heldId());
        done("run", "--date", "2020-07-06");
        assertThat(inForce("2020-07-06")).isEqualTo(second);
        assertThat(agency("2020-07-06").get("state")).isEqualTo("REPORTED");
    }

    private String heldId() {
        return office.published(THIRD, "exceptions.csv").stream()
                .filter(row -> row.get("code").equals("LIST_SHRANK"))
                .map(row -> row.get("value"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void opensARefusalAgainThatOnlyTheWithdrawnListHadClosed() {
        night(THIRD, "catatan.pdf", "%PDF-1.4 bukan daftar");
        night(FOURTH, "daftar.csv", less(5));
        done("withdraw", AGENCY);
        done("run", "--date", "2020-07-05");
        assertThat(inForce("2020-07-05")).isEqualTo(inForce(SECOND));
        assertThat(office.published("2020-07-05", "exceptions.csv"))
                .anyMatch(row -> row.get("code").equals("FILE_UNREADABLE")
                        && row.get("state").equals("REOPENED"));
    }

    @Test
    void checkSaysWhatTheNextNightWould() {
        done("withdraw", AGENCY);
        office.write("desk/daftar.csv", whole);
        Said said = office.rekap(
                "check", home.resolve("desk/daftar.csv").toString(), "--agency", AGENCY, "--date", THIRD, "--json");
        assertThat(said.out()).contains("UNCHANGED");
        done("run", "--date", THIRD);
        assertThat(inForce(THIRD)).isEqualTo(inForce(FIRST));
    }

    @Test
    void namesWhatItCannotMean() {
        assertThat(office.rekap("withdraw", "2020-07-02-ffffffffffff").exit()).isEqualTo(6);
        assertThat(office.rekap("withdraw", inForce(FIRST)).err())
                .contains(inForce(SECOND) + " is; withdraw that first");
        assertThat(office.rekap("accept", inForce(SECOND)).err()).contains("./rekap withdraw");
    }
}
