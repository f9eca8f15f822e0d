package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list that shrank: held, decided, in force or not. */
class HeldListsTest {
    private static final Path SAMPLES = Path.of("jobs/samples");
    private static final Path SHRANK = SAMPLES.resolve("LIST_SHRANK/bad");
    private static final String FIRST = "2020-07-01";
    private static final String HELD = "2020-07-02";
    private static final String NEXT = "2020-07-03";
    private static final String AGENCY = "1.02.01";

    @TempDir
    Path home;

    private Office office;

    @BeforeEach
    void holdTwoLists() throws IOException {
        office = Registered.SAMPLES.in(home);
        held(office);
    }

    /** Two agencies with a list in force of the first night and a held one of the second. */
    private static void held(Office office) throws IOException {
        office.drop(SHRANK.resolve("night1"));
        run(office, FIRST);
        office.drop(SHRANK.resolve("night2"));
        run(office, HELD);
    }

    private static void run(Office office, String date, String... more) {
        String[] arguments = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("run", "--date", date), java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        Said said = office.rekap(arguments);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    private CSVRecord agency(String date) {
        return office.published(date, "agencies.csv").stream()
                .filter(row -> row.get("agency_code").equals(AGENCY))
                .findFirst()
                .orElseThrow();
    }

    private List<String> shrank(String date) {
        return office.published(date, "exceptions.csv").stream()
                .filter(row -> row.get("code").equals("LIST_SHRANK")
                        && row.get("agency_code").equals(AGENCY))
                .map(row -> row.get("state"))
                .toList();
    }

    private String heldId() {
        return office.published(HELD, "exceptions.csv").stream()
                .filter(row -> row.get("code").equals("LIST_SHRANK")
                        && row.get("agency_code").equals(AGENCY))
                .map(row -> row.get("value"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsTheListInForceUntilSomebodyDecides() {
        run(office, NEXT);
        assertThat(agency(HELD).get("state")).isEqualTo("HELD");
        assertThat(agency(NEXT).get("state")).isEqualTo("HELD");
        assertThat(agency(NEXT).get("received_on")).isEqualTo(FIRST);
        assertThat(agency(NEXT).get("rows")).isEqualTo("26");
        assertThat(shrank(NEXT)).containsExactly("OPEN");
    }

    @Test
    void theOperatorsPageSaysWhatToDecideByWhichCommand() throws IOException {
        String page = Files.readString(office.path("reports/" + HELD + "/operator.html"));
        String submission = AGENCY + "/" + heldId();
        assertThat(page)
                .contains(">./rekap accept " + submission + "</code>", ">./rekap refuse " + submission + "</code>");
        assertThat(office.rekap("accept", submission).exit()).isZero();
        run(office, NEXT);
        assertThat(Files.readString(office.path("reports/" + NEXT + "/operator.html")))
                .doesNotContain("./rekap accept " + submission);
    }

    @Test
    void putsAnAcceptedListInForceWithTheNextRun() {
        String id = heldId();
        Said said = office.rekap("accept", AGENCY + "/" + id);
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(agency(HELD).get("state")).isEqualTo("HELD");
        run(office, NEXT);
        assertThat(agency(NEXT).get("state")).isEqualTo("REPORTED");
        assertThat(agency(NEXT).get("submission")).isEqualTo(id);
        assertThat(agency(NEXT).get("received_on")).isEqualTo(HELD);
        assertThat(agency(NEXT).get("rows")).isEqualTo("12");
        assertThat(shrank(NEXT)).containsExactly("RESOLVED");
    }

    @Test
    void takesADecisionUpWithARevisionOfTheSameDate() {
        assertThat(office.rekap("accept", heldId()).exit()).isZero();
        run(office, HELD, "--again");
        assertThat(agency(HELD).get("rows")).isEqualTo("12");
        assertThat(office.rekap("run", "--date", FIRST, "--again").exit()).isZero();
        assertThat(agency(FIRST).get("rows")).isEqualTo("26");
    }

    @Test
    void keepsTheListInForceWhereTheHeldOneIsRefused() {
        Said said = office.rekap("refuse", heldId());
        assertThat(said.exit()).as(said.err()).isZero();
        run(office, NEXT);
        assertThat(agency(NEXT).get("state")).isEqualTo("REPORTED");
        assertThat(agency(NEXT).get("received_on")).isEqualTo(FIRST);
        assertThat(agency(NEXT).get("rows")).isEqualTo("26");
        assertThat(shrank(NEXT)).containsExactly("RESOLVED");
    }

    @Test
    void changesADecisionUntilARunTakesItUp() {
        String id = heldId();
        assertThat(office.rekap("refuse", id).exit()).isZero();
        Said again = office.rekap("refuse", id);
        assertThat(again.exit()).isEqualTo(10);
        assertThat(again.err()).contains("refused already", "refuse " + AGENCY + "/" + id + " --undo");
        assertThat(office.rekap("accept", id).exit()).isZero();
        assertThat(office.rekap("status").out())
                .contains("decided  " + AGENCY + "/" + id + "  ACCEPT with the next run");
        assertThat(office.rekap("refuse", id, "--undo").exit()).isEqualTo(10);
        assertThat(office.rekap("accept", id, "--undo").out()).contains("waits for a decision again");
        assertThat(office.rekap("status").out())
                .contains("held  " + AGENCY + "/" + id)
                .doesNotContain("decided");
        assertThat(office.rekap("refuse", id).exit()).isZero();
        run(office, NEXT);
        assertThat(office.rekap("refuse", id, "--undo").err()).contains("refused with the run of " + NEXT);
        assertThat(office.rekap("accept", id).err()).contains("refused with the run of " + NEXT);
    }

    @Test
    void leavesAListThatANewDropHasReplaced() throws IOException {
        String id = heldId();
        dropAs("daftar-baru.csv", 27);
        run(office, NEXT);
        assertThat(agency(NEXT).get("state")).isEqualTo("REPORTED");
        assertThat(agency(NEXT).get("received_on")).isEqualTo(NEXT);
        Said said = office.rekap("accept", id);
        assertThat(said.exit()).isEqualTo(10);
        assertThat(said.err()).contains("replaced");
    }

    @Test
    void lapsesADecisionOnAListThatIsReplacedBeforeARunTakesItUp() throws IOException {
        String id = heldId();
        dropAs("daftar-baru.csv", 27);
        // the decision falls between the run's look at the inbox and its reading
        run(office, NEXT);
        decideBehindTheRunsBack(id);
        run(office, "2020-07-04");
        assertThat(agency("2020-07-04").get("received_on")).isEqualTo(NEXT);
        assertThat(agency("2020-07-04").get("rows")).isEqualTo("26");
    }

    /** The whole first list under another name, with a blank row at its end: another hash. */
    private void dropAs(String name, int lines) throws IOException {
        List<String> list = Files.readAllLines(SHRANK.resolve("night1/" + AGENCY + "/daftar.csv"));
        office.write(
                "inbox/" + AGENCY + "/" + name,
                String.join("\n", list.subList(0, Math.min(lines, list.size()))) + "\n\n\n");
    }

    private void decideBehindTheRunsBack(String id) {
        try (var connection = java.sql.DriverManager.getConnection(
                        office.database.url(), office.database.username(), office.database.password());
                var statement = connection.prepareStatement(
                        "update submission set decision = 'ACCEPT' where submission_id = ?")) {
            statement.setString(1, id);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void understandsEveryNameThatIsNotAmbiguous() {
        String hash = heldId().substring(11);
        Said ambiguous = office.rekap("accept", HELD);
        assertThat(ambiguous.exit()).isEqualTo(2);
        assertThat(ambiguous.err()).contains(AGENCY + "/" + heldId()).contains("7.01.02/");
        assertThat(office.rekap("accept", "Dinkes/" + hash).exit()).isZero();
        assertThat(office.rekap("refuse", "7.01.02").exit()).isZero();
    }

    @Test
    void listsWhatWaitsWhereNothingHasThatName() {
        Said said = office.rekap("accept", "2020-07-02-ffffffffffff");
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains(AGENCY + "/" + heldId());
        Said inForce = office.rekap("accept", agency(HELD).get("submission"));
        assertThat(inForce.exit()).isEqualTo(10);
        assertThat(inForce.err()).contains("not held");
    }

    @Test
    void showsWhatWaitsAndWhatToDo() {
        Said said = office.rekap("status");
        assertThat(said.out()).contains("./rekap accept " + AGENCY + "/" + heldId());
        assertThat(office.rekap("status", "--json").out()).contains("\"submission\":\"" + AGENCY + "/" + heldId());
        assertThat(office.rekap("refuse", heldId()).exit()).isZero();
        assertThat(office.rekap("status").out())
                .contains("decided  " + AGENCY + "/" + heldId() + "  REFUSE with the next run")
                .doesNotContain("held  " + AGENCY);
    }

    @Test
    void aDecisionBetweenCrashAndRestartWaitsForTheNextRun(@TempDir Path undisturbed) throws Exception {
        Office calm = Registered.SAMPLES.in(undisturbed);
        held(calm);
        run(calm, NEXT);
        Processes.Ended killed = Processes.run(office, List.of("-Drekap.kill=plan:6"), "run", "--date", NEXT);
        assertThat(killed.exit()).as(killed.said()).isEqualTo(137);
        assertThat(office.rekap("accept", heldId()).exit()).isZero();
        assertThat(office.rekap("restart", "--date", NEXT).exit()).isZero();
        assertThat(Office.sets(office.home)).isEqualTo(Office.sets(calm.home));
        run(office, "2020-07-04");
        assertThat(agency("2020-07-04").get("rows")).isEqualTo("12");
    }
}
