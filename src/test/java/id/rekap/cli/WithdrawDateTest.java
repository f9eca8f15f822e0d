package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A night of a day that has not come, run by a slip, is taken back as if it had never been. */
class WithdrawDateTest extends SmallOffice {
    private static final LocalDate TODAY = HomeCommand.orToday(null);
    private static final String AHEAD = TODAY.plusDays(40).toString();
    private static final String YESTERDAY = TODAY.minusDays(1).toString();
    private static final String LIST = "nip,nama,repost\n197807032003041030,Abdullah Amin,";
    private static final String OTHER = "nip,nama,repost\n197908042004052031,Siti Hajar,1\n";

    @TempDir
    Path calm;

    private static void yesterday(Office one) {
        one.write("inbox/9.03.01/daftar.csv", LIST + "1\n");
        one.write("inbox/9.03.01/rusak.pdf", "%PDF-1.4");
        assertThat(one.rekap("run", "--date", YESTERDAY).exit()).isZero();
    }

    private static void drop(Office one) {
        one.write("inbox/9.03.01/daftar.csv", LIST + "x\n");
        one.write("inbox/9.03.01/ralat.csv", LIST + "3\n");
        one.write("inbox/7.01.02/daftar é.csv", OTHER);
        one.write("inbox/7.01.02/lama/daftar.csv", OTHER);
    }

    private void slip() {
        drop(office);
        Said said = office.rekap("run", "--date", AHEAD, "--force");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out())
                .contains(AHEAD + " was run already and has not come yet", "./rekap withdraw-date " + AHEAD);
    }

    private Office undisturbed() {
        Office other = Registered.SAMPLES.in(calm);
        yesterday(other);
        return other;
    }

    @Test
    void whatFollowsIsAsIfThatNightHadNeverBeen() throws Exception {
        yesterday(office);
        slip();
        assertThat(office.path("reports/latest").toRealPath().toString()).contains(AHEAD);
        Said real = office.rekap("status");
        assertThat(real.out())
                .contains(AHEAD + " was run already and has not come yet: runs of dates before it take no files")
                .contains("./rekap withdraw-date " + AHEAD)
                .as("a monitor that waits for a night is not content until that day")
                .contains("newest published date  " + YESTERDAY + ", due ");
        assertThat(office.rekap("status", "--fail-if-older", "2h").exit()).isEqualTo(20);
        assertThat(office.rekap("doctor").out()).contains("./rekap withdraw-date " + AHEAD);

        Said withdrawn = office.rekap("withdraw-date", AHEAD, "--json");
        assertThat(withdrawn.exit()).as(withdrawn.err()).isZero();
        JsonNode document = JsonMapper.shared().readTree(withdrawn.out());
        assertThat(document.get("files").asInt()).isEqualTo(3);
        assertThat(document.get("runs").get(0).asString()).endsWith(AHEAD + ".1");
        assertThat(office.path("reports/" + AHEAD)).doesNotExist();
        assertThat(office.path("reports/latest").toRealPath().toString()).contains(YESTERDAY);
        assertThat(office.path("reports/index.html")).content().doesNotContain(AHEAD);
        assertThat(Regencies.column(office, "select subject from audit_log where what = 'WITHDRAW_DATE'"))
                .containsExactly(AHEAD);
        assertThat(office.rekap("doctor").out()).doesNotContain("withdraw-date");

        Office other = undisturbed();
        drop(other);
        for (Office one : List.of(office, other)) {
            assertThat(one.rekap("run").exit()).isZero();
            // its day comes
            assertThat(one.rekap("run", "--date", AHEAD, "--force").exit()).isZero();
        }
        Regencies.assertSameSets(office, other);
        for (String page : List.of("index.html", "index-" + AHEAD.substring(0, 7) + ".html")) {
            assertThat(office.path("reports/" + page)).hasSameTextualContentAs(other.path("reports/" + page));
        }
        assertThat(Regencies.column(office, "select count(*) from intake_file"))
                .isEqualTo(Regencies.column(other, "select count(*) from intake_file"));
    }

    @Test
    void aFileThatWasDroppedAgainMeanwhileStays() {
        yesterday(office);
        slip();
        office.write("inbox/9.03.01/ralat.csv", LIST + "7\n");
        assertThat(office.rekap("withdraw-date", AHEAD).exit()).isZero();
        assertThat(office.path("inbox/9.03.01/ralat.csv")).hasContent(LIST + "7\n");
        assertThat(office.path("inbox/9.03.01/daftar.csv")).hasContent(LIST + "x\n");
    }

    /** Cut off before the sets went, or before anything but the files was done. */
    @Test
    void isFinishedByTheSameCommand() throws Exception {
        yesterday(office);
        slip();
        Path kept = calm.resolve("reports");
        copyLinks(office.path("reports"), kept);
        office.write("inbox/9.03.01/daftar.csv", LIST + "x\n");
        assertThat(office.rekap("withdraw-date", AHEAD).exit()).isZero();
        FileSystemUtils.deleteRecursively(office.path("reports"));
        copyLinks(kept, office.path("reports"));
        assertThat(office.path("reports/" + AHEAD)).exists();
        // what a crash of a publication left behind
        Files.createDirectories(office.path("reports/.history/.gone-" + AHEAD + ".1/agencies"));
        Said again = office.rekap("withdraw-date", AHEAD);
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(office.path("reports/" + AHEAD)).doesNotExist();
        assertThat(office.path("reports/.history/" + AHEAD + ".1")).doesNotExist();
        assertThat(office.path("reports/latest").toRealPath().toString()).contains(YESTERDAY);
        assertThat(office.rekap("withdraw-date", AHEAD).exit()).isEqualTo(10);
    }

    private static void copyLinks(Path from, Path to) throws Exception {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(Files.isDirectory(to)).isTrue();
    }

    @Test
    void anUnfinishedNightIsTakenBackToo() throws Exception {
        yesterday(office);
        drop(office);
        assertThat(Processes.run(office, List.of("-Drekap.kill=reconcile:2"), "run", "--date", AHEAD, "--force")
                        .exit())
                .isEqualTo(137);
        assertThat(office.rekap("withdraw-date", AHEAD).exit()).isZero();
        assertThat(office.rekap("run").exit()).isZero();
        assertThat(office.published(TODAY.toString(), "agencies.csv"))
                .filteredOn(row -> row.get("agency_code").equals("7.01.02"))
                .extracting(row -> row.get("state") + " " + row.get("received_on"))
                .containsExactly("REPORTED " + TODAY);
    }

    @Test
    void whatHasComeOrWasNeverRunOrStandsUnderALaterOneIsNotTakenBack() {
        yesterday(office);
        Said come = office.rekap("withdraw-date", YESTERDAY);
        assertThat(come.exit()).isEqualTo(2);
        assertThat(come.err()).contains("has come").contains("--again");
        assertThat(office.rekap("withdraw-date", AHEAD).exit()).isEqualTo(10);
        slip();
        String later = TODAY.plusDays(41).toString();
        assertThat(office.rekap("run", "--date", later, "--force").exit()).isZero();
        Said under = office.rekap("withdraw-date", AHEAD);
        assertThat(under.exit()).isEqualTo(2);
        assertThat(under.err()).contains("./rekap withdraw-date " + later + " first");
    }
}
