package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.intake.Archive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a file is taken: whole, once, and from inside the inbox only. */
class DropTest {
    private static final String AGENCY = "9.03.01";
    private static final String ONE = "nip,nama,repost\n197807032003041030,Abdullah Amin,%d\n";

    @TempDir
    Path home;

    @TempDir
    Path outside;

    @Test
    void takesEachFileWholeAndOnceAndNothingFromOutside() throws Exception {
        Office office = Registered.SAMPLES.in(home);
        Path folder = home.resolve("inbox").resolve(AGENCY);
        // still being written, under its own name and under a writer's
        office.write("inbox/" + AGENCY + "/lambat.csv", ONE.formatted(1).substring(0, 30));
        Files.setLastModifiedTime(folder.resolve("lambat.csv"), FileTime.from(Instant.now()));
        office.write("inbox/" + AGENCY + "/daftar.csv.part", ONE.formatted(1));
        // complete, by a clock that is far ahead
        office.write("inbox/7.01.02/besok.csv", ONE.formatted(1));
        Path besok = home.resolve("inbox/7.01.02/besok.csv");
        Files.setLastModifiedTime(besok, FileTime.from(Instant.now().plusSeconds(86_400)));
        Files.writeString(outside.resolve("rahasia.csv"), ONE.formatted(9));
        Files.createSymbolicLink(folder.resolve("tautan.csv"), outside.resolve("rahasia.csv"));
        assertThat(office.rekap("run", "--date", "2020-07-01").exit()).isZero();
        assertThat(state(office, "2020-07-01")).isEqualTo("MISSING 0");
        assertThat(folder.resolve("lambat.csv")).exists();
        assertThat(folder.resolve("daftar.csv.part")).exists();
        assertThat(besok).doesNotExist();
        assertThat(outside.resolve("rahasia.csv")).exists();

        // complete, and renamed
        office.write("inbox/" + AGENCY + "/lambat.csv", ONE.formatted(1));
        Files.delete(folder.resolve("daftar.csv.part"));
        assertThat(office.rekap("run", "--date", "2020-07-02").exit()).isZero();
        assertThat(state(office, "2020-07-02")).isEqualTo("REPORTED 1");
        assertThat(folder.resolve("lambat.csv")).doesNotExist();
        String first = submission(office, "2020-07-02");

        // the same bytes under another name change nothing; other bytes under the same name do
        office.write("inbox/" + AGENCY + "/salinan.csv", ONE.formatted(1));
        assertThat(office.rekap("run", "--date", "2020-07-03").exit()).isZero();
        assertThat(submission(office, "2020-07-03")).isEqualTo(first);
        assertThat(office.published("2020-07-03", "exceptions.csv"))
                .filteredOn(row -> row.get("code").equals("FILE_UNCHANGED"))
                .hasSize(1);
        besideALink(office, folder.resolve("tautan.csv"), first);
        office.write("inbox/" + AGENCY + "/lambat.csv", ONE.formatted(2));
        assertThat(office.rekap("run", "--date", "2020-07-04").exit()).isZero();
        assertThat(submission(office, "2020-07-04")).isNotEqualTo(first);

        comesAgain(office);

        // late: after its night, and for a date that is not the newest
        office.write("inbox/" + AGENCY + "/terlambat.csv", ONE.formatted(3));
        assertThat(office.rekap("run", "--date", "2020-07-03", "--again").exit())
                .isZero();
        assertThat(folder.resolve("terlambat.csv")).exists();
        assertThat(submission(office, "2020-07-03")).isEqualTo(first);
    }

    /** What is not read has no hash: with the list in force beside it, the drop is refused all the same. */
    private void besideALink(Office office, Path link, String inForce) throws Exception {
        office.write("inbox/" + AGENCY + "/lambat.csv", ONE.formatted(1));
        Files.createSymbolicLink(link, outside.resolve("rahasia.csv"));
        assertThat(office.rekap("run", "--date", "2020-07-03", "--again").exit())
                .isZero();
        assertThat(submission(office, "2020-07-03")).isEqualTo(inForce);
        assertThat(office.published("2020-07-03", "exceptions.csv"))
                .filteredOn(row -> row.get("file").equals(AGENCY + "/tautan.csv"))
                .extracting(row -> row.get("code") + " " + row.get("state"))
                .containsExactly("FILE_UNSAFE REOPENED");
    }

    /** A file that was archived under the same name; the archive's copy bears a name that nobody can get by hashing. */
    private void comesAgain(Office office) throws Exception {
        String list = "inbox/" + AGENCY + "/lambat.csv";
        String hash = sha256(office, "2020-07-04");
        String unhashed = "f".repeat(64);
        Path copy = new Archive(home.resolve("archive")).path(unhashed);
        Files.createDirectories(copy.getParent());
        Files.move(new Archive(home.resolve("archive")).path(hash), copy);
        Regencies.execute(
                office, "update intake_file set sha256 = '" + unhashed + "' where received_on = '2020-07-04'");
        office.write(list, ONE.formatted(2));
        assertThat(office.rekap("run", "--date", "2020-07-05").exit()).isZero();
        assertThat(sha256(office, "2020-07-05")).isEqualTo(unhashed);
        // another byte in the same size
        office.write(list, ONE.formatted(3));
        assertThat(office.rekap("run", "--date", "2020-07-06").exit()).isZero();
        assertThat(sha256(office, "2020-07-06")).isNotIn(hash, unhashed);
        // the copy is changed by hand, and comes as a correction
        String changed = sha256(office, "2020-07-06");
        Files.writeString(new Archive(home.resolve("archive")).path(changed), ONE.formatted(4));
        office.write(list, ONE.formatted(4));
        assertThat(office.rekap("run", "--date", "2020-07-07").exit()).isZero();
        assertThat(sha256(office, "2020-07-07")).isNotIn(hash, unhashed, changed);
        assertThat(submission(office, "2020-07-07")).isNotEqualTo(submission(office, "2020-07-06"));
    }

    private static String sha256(Office office, String date) throws Exception {
        return Regencies.column(
                        office,
                        "select sha256 from intake_file where name = 'lambat.csv' and received_on = '" + date + "'")
                .get(0);
    }

    private static CSVRecord agency(Office office, String date) {
        return office.published(date, "agencies.csv").stream()
                .filter(row -> row.get("agency_code").equals(AGENCY))
                .findFirst()
                .orElseThrow();
    }

    private static String state(Office office, String date) {
        CSVRecord row = agency(office, date);
        return row.get("state") + " " + row.get("rows");
    }

    private static String submission(Office office, String date) {
        return agency(office, date).get("submission");
    }
}
