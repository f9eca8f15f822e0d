package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.cli.Processes.Ended;
import id.rekap.cli.Processes.Running;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A delivery that a run cannot get past. */
class QuarantineTest extends SmallOffice {
    private static final String AGENCY = "9.03.01";
    private static final String SECOND = "2020-07-02";

    @BeforeEach
    void night() {
        firstNight(office);
    }

    private static void firstNight(Office office) {
        office.write("inbox/" + AGENCY + "/daftar.csv", list("Ya"));
        Said said = office.rekap("run", "--date", DATE);
        assertThat(said.exit()).as(said.err()).isZero();
        office.write("inbox/" + AGENCY + "/daftar baru.csv", list("tidak") + "198001012005011999,Orang Lain,ya,ya,1\n");
    }

    private static String list(String answer) {
        return "nip,nama,follow humas,follow mediacenter,repost\n1106010203040009,Abdullah Amin," + answer + ",ya,1\n";
    }

    private static void killedAt(Office office, String step) throws Exception {
        Ended killed = Processes.run(office, List.of("-Drekap.kill=" + step), "run", "--date", SECOND);
        assertThat(killed.exit()).as(killed.said()).isEqualTo(137);
    }

    private String submission() throws Exception {
        return AGENCY + "/"
                + Regencies.column(
                                office,
                                "select submission_id from submission where received_on = '" + SECOND
                                        + "' and agency = '" + AGENCY + "'")
                        .get(0);
    }

    private void isAsBefore() {
        CSVRecord agency = office.published(SECOND, "agencies.csv").stream()
                .filter(row -> row.get("agency_code").equals(AGENCY))
                .findFirst()
                .orElseThrow();
        assertThat(agency.get("received_on")).isEqualTo(DATE);
        assertThat(agency.get("rows")).isEqualTo("1");
    }

    private List<String> refusals() {
        return office.published(SECOND, "exceptions.csv").stream()
                .filter(row -> row.get("code").startsWith("FILE_"))
                .map(row -> row.get("code") + " " + row.get("file") + " " + row.get("value"))
                .toList();
    }

    /** What the database has lost is no fault of the list: somebody decides. */
    private String failsOverALostPage() throws Exception {
        killedAt(office, "plan:2");
        Regencies.execute(
                office, "delete from list_page where received_on = '" + SECOND + "' and agency = '" + AGENCY + "'");
        Said failed = office.rekap("restart");
        assertThat(failed.exit()).as(failed.err()).isEqualTo(5);
        assertThat(failed.err())
                .contains("is not whole in the table list_page")
                .contains("./rekap quarantine " + submission() + " takes it out, ./rekap restart goes on");
        return submission();
    }

    @Test
    void isNamedAndTakenOutAndTheRunGoesOn() throws Exception {
        String submission = failsOverALostPage();

        Said said = office.rekap("quarantine", submission);

        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("Taken out: " + submission).contains("./rekap restart --date " + SECOND);
        assertThat(office.rekap("status").out()).contains("quarantined  " + submission);
        assertThat(office.rekap("status", "--json").out()).contains("\"quarantined\":[{\"submission\":\"" + submission);
        assertThat(Regencies.column(
                        office, "select concat(what, ' ', subject) from audit_log where what = 'QUARANTINE'"))
                .contains("QUARANTINE " + submission);
        assertThat(office.rekap("restart").exit()).isZero();
        isAsBefore();
        assertThat(refusals())
                .containsExactly("FILE_UNREADABLE " + AGENCY
                        + "/daftar baru.csv dikeluarkan pengelola, karena program tidak dapat melewatinya");
        assertThat(office.rekap("quarantine", submission).exit()).isEqualTo(10);
    }

    /** Agencies are loaded together. */
    @Test
    void isNotAnotherAgencysListBesideIt() throws Exception {
        office.write("inbox/1.02.01/daftar.csv", list("Ya"));
        failsOverALostPage();
    }

    @Test
    void givesTheSameSetWhereverTheRunFailedOverIt(@TempDir Path elsewhere) throws Exception {
        String submission = failsOverALostPage();
        assertThat(office.rekap("quarantine", submission).exit()).isZero();
        assertThat(office.rekap("restart").exit()).isZero();

        Office unread = Registered.SAMPLES.in(elsewhere);
        firstNight(unread);
        killedAt(unread, "read:1");
        assertThat(unread.rekap("quarantine", submission).exit()).isZero();
        assertThat(unread.rekap("restart").exit()).isZero();

        assertThat(Office.sets(office.home)).isEqualTo(Office.sets(unread.home));
    }

    @Test
    void isRefusedByItselfWhereTheProgramFailsAtIt() throws Exception {
        killedAt(office, "plan:2");
        Regencies.execute(
                office,
                "update submission set files = '[]' where received_on = '" + SECOND + "' and agency = '" + AGENCY
                        + "'");

        Said said = office.rekap("restart");

        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.err()).contains(submission() + " was refused, since judging it failed");
        isAsBefore();
        assertThat(refusals())
                .containsExactly("FILE_UNREADABLE " + AGENCY
                        + "/daftar baru.csv program gagal menilainya; pengelola menemukan rinciannya di log");
    }

    @Test
    void isNotWhatAPublishedSetWasMadeWith() throws Exception {
        assertThat(office.rekap("run", "--date", SECOND).exit()).isZero();
        String published = submission();
        Said said = office.rekap("quarantine", published);
        assertThat(said.exit()).isEqualTo(10);
        assertThat(said.err()).contains("./rekap withdraw " + published);
        assertThat(office.rekap("quarantine", SECOND + "-ffff").exit()).isEqualTo(6);
        assertThat(office.rekap("quarantine", AGENCY).exit()).isEqualTo(6);
    }

    @Test
    void isNamedByItsHashInCapitalsTooAndByNoOther() throws Exception {
        assertThat(office.rekap("run", "--date", SECOND).exit()).isZero();
        String published = submission();
        assertThat(office.rekap("quarantine", published.toUpperCase(Locale.ROOT))
                        .err())
                .contains("./rekap withdraw " + published);
        String other = published.endsWith("0") ? "F" : "0";
        assertThat(office.rekap("quarantine", published.replaceAll(".$", other)).exit())
                .isEqualTo(6);
    }

    @Test
    void isNotTakenOutOfAnotherMandateEither() throws Exception {
        assertThat(office.rekap("run", "--date", SECOND).exit()).isZero();
        office.write(
                "jobs/mandates/own.yml",
                Files.readString(Path.of("jobs/mandates/se-480-263-2020.yml")).replaceFirst("(?m)^id: .*", "id: own"));
        Said said = office.rekap("quarantine", submission());
        assertThat(said.exit()).as(said.out()).isEqualTo(10);
        assertThat(said.err()).contains("./rekap withdraw " + submission());
        assertThat(Regencies.column(office, "select agency from submission where mandate = 'own'"))
                .isEmpty();
    }

    @Test
    void waitsForARunThatWorks() throws Exception {
        Running running =
                Processes.start(office, List.of("-Drekap.kill=plan:2", "-Drekap.pause=6"), "run", "--date", SECOND);
        running.waitUntilOwned(office);
        Said said = office.rekap("quarantine", SECOND + "-0");
        assertThat(running.ended().exit()).isZero();
        assertThat(said.exit()).as(said.err()).isEqualTo(11);
        assertThat(said.err()).contains("pid " + running.process().pid());
    }
}
