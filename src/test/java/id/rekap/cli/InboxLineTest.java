package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a night does not take is told by the night and by status, a line each kind. */
class InboxLineTest extends SmallOffice {
    private static final String LIST = "nip,nama,repost\n197807032003041030,Abdullah Amin,1\n";
    private static final String TAKEN = "inbox/9.03.01/daftar.csv";

    private void touch(String file) throws IOException {
        Files.setLastModifiedTime(office.path(file), FileTime.fromMillis(System.currentTimeMillis()));
    }

    @Test
    void aNightAndStatusTellWhatWasNotTakenAndWhatToDo() throws Exception {
        office.write(TAKEN, LIST);
        office.write("inbox/9.03.01/baru.csv", LIST);
        touch("inbox/9.03.01/baru.csv");
        office.write("inbox/9.03.01/Desember/daftar.csv", LIST);
        office.write("inbox/9.03.01/November/daftar.csv", LIST);
        office.write("inbox/lepas.csv", LIST);
        office.write("inbox/9.99.99/daftar.csv", LIST);
        office.write("inbox/9.99.99/kedua.csv", LIST);
        office.write("inbox/9.03.01/besar.csv.part", LIST);
        office.write("inbox/9.03.01/Thumbs.db", "");
        office.write("inbox/_register/employees.csv", "nomor\n");
        List<String> kinds = List.of(
                "1 file has changed within 60 s (9.03.01/baru.csv). Do: ",
                "2 subfolders are not read (9.03.01/Desember/, …). Do: ",
                "1 file lies in no folder of an agency (lepas.csv). Do: ",
                "2 files lie in folders that are no agency's (9.99.99/daftar.csv, …). Do: ",
                "2 names are left alone: unfinished, hidden, or what programs leave behind (9.03.01/Thumbs.db, …). Do: ");
        Said dry = office.rekap("run", "--date", DATE, "--dry-run");
        assertThat(dry.err()).contains(kinds);
        Said night = office.rekap("run", "--date", DATE);
        assertThat(night.exit()).as(night.err()).isZero();
        assertThat(night.out()).contains(kinds).doesNotContain("wait").doesNotContain("_register");
        Said status = office.rekap("status");
        assertThat(status.out()).contains(kinds).doesNotContain("wait").doesNotContain("_register");
    }

    @Test
    void aFileThatCouldNotBeRemovedIsToldApartFromOneThatWaits() throws Exception {
        office.write(TAKEN, LIST);
        assertThat(office.rekap("run", "--date", DATE).exit()).isZero();
        office.write("inbox/7.01.02/daftar.csv", LIST);
        assertThat(office.rekap("status").out())
                .contains(
                        "1 file waits for a run (7.01.02/daftar.csv). Do: nothing, the run of the next date takes them;"
                                + " ./rekap run --date " + DATE + " --again takes them at once");
        office.write(TAKEN, LIST);
        assertThat(office.rekap("status").out())
                .as("sent again with the same time of last change")
                .contains("2 files wait for a run")
                .doesNotContain("could not be read or removed");
        // as if it had lain there since before that run
        Regencies.execute(office, "update run set started_at = '2999-01-01'");
        JsonNode status =
                JsonMapper.shared().readTree(office.rekap("status", "--json").out());
        assertThat(status.get("inbox"))
                .extracting(line -> line.get("kind").asString() + " " + line.get("count") + " "
                        + line.get("first").asString())
                .containsExactly("WAITS 1 7.01.02/daftar.csv", "NOT_REMOVED 1 9.03.01/daftar.csv");
    }

    @Test
    void aRunOfAnEarlierDateSaysThatItTakesNoFilesAndHowManyWait() {
        assertThat(office.rekap("run", "--date", "2020-07-05").exit()).isZero();
        office.write(TAKEN, LIST);
        office.write("inbox/7.01.02/daftar.csv", LIST);
        Said night = office.rekap("run", "--date", DATE);
        assertThat(night.exit()).as(night.err()).isZero();
        assertThat(night.out())
                .contains("2020-07-05 was run already: runs of dates before it take no files; 2 files wait. Do: "
                        + "the next run of a date from 2020-07-05 on takes them");
        Said newest = office.rekap("run", "--date", "2020-07-06");
        assertThat(newest.out()).doesNotContain("take no files").doesNotContain("wait");
        assertThat(office.rekap("run", "--date", "2020-07-02").out()).doesNotContain("take no files");
    }

    @Test
    void aFileWhoseNameIsNoTextIsRefusedArchivedAndGone() throws Exception {
        Path folder = Files.createDirectories(office.path("inbox/9.03.01"));
        shell(
                folder,
                "printf 'nip,repost\\n1,1\\n' > \"$(printf 'a\\351.csv')\"; ln -s /etc \"$(printf 'b\\351.csv')\"");
        for (String date : List.of(DATE, "2020-07-02")) {
            assertThat(office.rekap("run", "--date", date).exit()).isZero();
            assertThat(office.published(date, "exceptions.csv"))
                    .filteredOn(row -> row.get("code").equals("FILE_UNSAFE"))
                    .extracting(row -> row.get("state") + " " + row.get("file"))
                    .containsExactly(
                            (date.equals(DATE) ? "NEW" : "OPEN") + " 9.03.01/a%E9.csv",
                            (date.equals(DATE) ? "NEW" : "OPEN") + " 9.03.01/b%E9.csv");
        }
        assertThat(folder).isEmptyDirectory();
        List<String> hashes = Regencies.column(office, "select sha256 from intake_file where sha256 is not null");
        assertThat(hashes).hasSize(1);
        assertThat(office.path("archive/" + hashes.get(0).substring(0, 2) + "/" + hashes.get(0)))
                .hasContent("nip,repost\n1,1\n");
        assertThat(office.rekap("status").out()).doesNotContain("inbox  ");
    }

    /** Where it cannot be removed, or its sender sends it again. */
    @Test
    void aFileThatIsRefusedEachNightIsOneRefusalThatStaysOpen() {
        for (String date : List.of(DATE, "2020-07-02", "2020-07-03")) {
            office.write("inbox/9.03.01/daftar.pdf", "%PDF-1.4");
            assertThat(office.rekap("run", "--date", date).exit()).isZero();
            assertThat(office.published(date, "exceptions.csv"))
                    .filteredOn(row -> row.get("code").equals("FILE_UNREADABLE"))
                    .extracting(row -> row.get("state") + " " + row.get("first_seen"))
                    .containsExactly((date.equals(DATE) ? "NEW " : "OPEN ") + DATE);
        }
    }

    private static void shell(Path folder, String script) throws Exception {
        Process shell = new ProcessBuilder(Stream.of("/bin/sh", "-c", script + "; touch -h -d 2020-01-01 -- *")
                        .toList())
                .directory(folder.toFile())
                .start();
        assertThat(shell.waitFor()).isZero();
    }
}
