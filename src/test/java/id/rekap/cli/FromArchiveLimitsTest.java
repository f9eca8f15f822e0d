package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import id.rekap.testing.Dump;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where archive, journal and database do not go together as after a plain restore. */
class FromArchiveLimitsTest extends ThreeNights {
    @Test
    void anArchiveFromBeforeTheJournalGetsOneThatKnowsAll() throws Exception {
        first();
        Dump dump = Dump.of(office.database, elsewhere);
        second();
        Path journal = home.resolve("archive/journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        Files.delete(journal);
        Said none = office.rekap("receive", "--from-archive");
        assertThat(none.exit()).isEqualTo(6);
        assertThat(none.err()).contains("The archive has no journal");
        third();
        assertThat(Files.readAllLines(journal)).startsWith(lines.toArray(String[]::new));
        Office restored = new Office(home, dump.restored());
        Said back = done(restored, "receive", "--from-archive");
        assertThat(back.out())
                .contains("2020-07-02  batch 1  3 files of 3 agencies", "2020-07-03  batch 1  2 files of 2 agencies");
    }

    @Test
    void whatADatabaseWasRunOnWithoutAndWhatTheArchiveHasLostIsNamed() throws Exception {
        first();
        Dump dump = Dump.of(office.database, elsewhere);
        second();
        third();
        Office restored = new Office(home, dump.restored());
        Path original;
        try (var files = Files.walk(home.resolve("archive"))) {
            String hash = Regencies.column(
                            office,
                            "select sha256 from intake_file where received_on = '2020-07-03' and folder = 'A' and sha256 is not null")
                    .get(0);
            original = files.filter(file -> file.endsWith(hash)).findFirst().orElseThrow();
        }
        Files.move(original, elsewhere.resolve("original"));
        Said lost = restored.rekap("receive", "--from-archive");
        assertThat(lost.exit()).isEqualTo(6);
        assertThat(lost.err()).contains("the archive has a file no more: A/daftar.csv");
        Files.move(elsewhere.resolve("original"), original);

        Path reports = Files.move(home.resolve("reports"), elsewhere.resolve("reports"));
        done(restored, "run", "--date", FOURTH);
        Files.move(home.resolve("reports"), elsewhere.resolve("fourth"));
        Files.move(reports, home.resolve("reports"));
        Said passed = restored.rekap("receive", "--from-archive");
        assertThat(passed.exit()).isEqualTo(6);
        assertThat(passed.err())
                .contains("2020-07-02, 2020-07-02 (batch 2), 2020-07-02 (batch 3), 2020-07-03")
                .contains("Restore the dump again");
        assertThat(restored.rekap("receive").exit()).isEqualTo(2);
    }

    /** Its reports were lost too, so the run between had nothing that would stop it. */
    @Test
    void aRunBetweenRestoreAndReceivingHidesNoTakingOfItsDate() throws Exception {
        first();
        Dump dump = Dump.of(office.database, elsewhere);
        second();
        Office hasty = new Office(home, dump.restored());
        Files.move(home.resolve("reports"), elsewhere.resolve("reports"));
        hasty.write("inbox/A/daftar.csv", list(0, 28, 7));
        done(hasty, "run", "--date", SECOND);
        Said passed = hasty.rekap("receive", "--from-archive");
        assertThat(passed.exit()).isEqualTo(6);
        assertThat(passed.err())
                .contains("later batches than 2020-07-02 are in the database")
                .contains("Restore the dump again");

        Files.move(home.resolve("reports"), elsewhere.resolve("hasty"));
        Office restored = new Office(home, dump.restored());
        Said back = done(restored, "receive", "--from-archive");
        assertThat(back.out())
                .contains("2020-07-02  batch 1  3 files of 3 agencies", "2020-07-02  batch 3  1 file of 1 agency")
                .contains("2020-07-02  batch 4  1 file of 1 agency");
        assertThat(restored.rekap("receive", "--from-archive").exit()).isEqualTo(10);
        List<String> runs = back.out()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("./rekap run "))
                .toList();
        assertThat(runs).hasSize(4);
        for (String run : runs) {
            done(restored, run.replace("./rekap ", "").split(" "));
        }
        assertThat(restored.rekap("receive", "--from-archive").exit()).isEqualTo(10);
        assertThat(restored.published(SECOND, "agencies.csv"))
                .extracting(row -> row.get("agency_code") + " " + row.get("state") + " " + row.get("rows"))
                .containsExactly("A REPORTED 28", "B HELD 30", "C REPORTED 10");
        done(restored, "run", "--date", THIRD);
        assertThat(restored.rekap("receive", "--from-archive").exit()).isEqualTo(10);
    }

    /** Its run was killed, and nobody restarted it before the database was lost. */
    @Test
    void aTakingThatWasCutOffGoesBackToTheInboxAsOneDrop() throws Exception {
        first();
        Dump dump = Dump.of(office.database, elsewhere);
        second();
        Path journal = home.resolve("archive/journal.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(journal));
        int last = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("\"files\""))
                .max()
                .orElseThrow();
        lines.set(last, lines.get(last).replace("\"whole\":true", "\"whole\":false"));
        Files.write(journal, lines);
        Office restored = new Office(home, dump.restored());
        Said back = done(restored, "receive", "--from-archive");
        assertThat(back.out()).contains("Into the inbox, from a batch that was cut off: C/daftar.csv");
        assertThat(home.resolve("inbox/C/daftar.csv")).hasContent(list(60, 70, 3));
        assertThat(Regencies.column(restored, "select max(batch) from intake_batch where received_on = '2020-07-02'"))
                .containsExactly("2");
    }
}
