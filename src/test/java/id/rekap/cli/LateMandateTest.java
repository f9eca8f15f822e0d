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

/** A mandate that begins when the first has run for days: what was decided about drops holds for it, too. */
class LateMandateTest {
    private static final Path SHRANK = Path.of("jobs/samples/LIST_SHRANK/bad");
    private static final String LATE = "terlambat";
    private static final String ACCEPTED = "1.02.01";
    private static final String REFUSED = "7.01.02";

    @TempDir
    Path home;

    private Office office;

    /** Both agencies' second lists are held and decided on. */
    @BeforeEach
    void decide() throws IOException {
        office = Registered.SAMPLES.in(home);
        office.drop(SHRANK.resolve("night1"));
        done("run", "--date", "2020-07-01");
        office.drop(SHRANK.resolve("night2"));
        done("run", "--date", "2020-07-02");
        done("accept", ACCEPTED);
        done("refuse", REFUSED);
    }

    private void done(String... command) {
        Said said = office.rekap(command);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    private void begin() throws IOException {
        String first = Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml"));
        office.write("jobs/mandates/" + LATE + ".yml", first.replaceFirst("(?m)^id: .*", "id: " + LATE));
    }

    private void both(String date) {
        done("run", "--date", date);
        done("run", "--date", date, "--mandate", LATE);
    }

    /** Of each agency: state, list in force and its rows. */
    private List<String> positions(String folder) {
        return Office.csv(home.resolve("reports/" + folder + "/agencies.csv")).stream()
                .map(LateMandateTest::position)
                .toList();
    }

    private static String position(CSVRecord row) {
        return String.join(
                " ",
                row.get("agency_code"),
                row.get("state"),
                row.get("submission"),
                row.get("rows"),
                row.get("counted"));
    }

    private void bothStandAlike(String date) {
        assertThat(positions(LATE + "/" + date)).isEqualTo(positions(date));
    }

    private List<String> rows(String date, String agency) {
        return positions(date).stream()
                .filter(line -> line.startsWith(agency + " "))
                .toList();
    }

    @Test
    void acceptedAndRefusedListsAreNotHeldAgain() throws IOException {
        done("run", "--date", "2020-07-03");
        begin();
        both("2020-07-04");
        assertThat(rows("2020-07-04", ACCEPTED)).allMatch(line -> line.contains(" REPORTED 2020-07-02-"));
        assertThat(rows("2020-07-04", REFUSED)).allMatch(line -> line.contains(" REPORTED 2020-07-01-"));
        bothStandAlike("2020-07-04");
    }

    @Test
    void aDecisionThatNoRunHasTakenUpTakesEffectWithTheNextOneOfEachMandate() throws IOException {
        begin();
        done("run", "--date", "2020-07-03", "--mandate", LATE);
        assertThat(rows(LATE + "/2020-07-03", ACCEPTED)).allMatch(line -> line.contains(" HELD "));
        both("2020-07-04");
        bothStandAlike("2020-07-04");
    }

    @Test
    void laterListsAreHeldBesideTheAcceptedOne() throws IOException {
        done("run", "--date", "2020-07-03");
        List<String> lines = Files.readAllLines(SHRANK.resolve("night2/" + ACCEPTED + "/daftar.csv"));
        office.write("inbox/" + ACCEPTED + "/daftar.csv", String.join("\n", lines.subList(0, 10)));
        done("run", "--date", "2020-07-04");
        begin();
        both("2020-07-05");
        assertThat(rows("2020-07-05", ACCEPTED)).allMatch(line -> line.contains(" REPORTED 2020-07-04-"));
        bothStandAlike("2020-07-05");
    }

    @Test
    void aListThatIsOutOfForceStaysOut() throws IOException {
        done("run", "--date", "2020-07-03");
        done("withdraw", REFUSED);
        done("run", "--date", "2020-07-04");
        begin();
        both("2020-07-05");
        assertThat(rows("2020-07-05", REFUSED)).allMatch(line -> line.contains(" MISSING  0 0"));
        bothStandAlike("2020-07-05");
        office.drop(SHRANK.resolve("night2"));
        both("2020-07-06");
        assertThat(rows("2020-07-06", REFUSED)).allMatch(line -> line.contains(" REPORTED 2020-07-06-"));
        bothStandAlike("2020-07-06");
    }
}
