package id.rekap.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.intake.Journal.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was received survives in the archive's journal whatever was cut off while it was written. */
class JournalTest {
    private static final JournalBatch FIRST = taken(1, 1, true, file("daftar – Juli.csv", "ARCHIVED", "a1"));
    private static final JournalBatch CUT = taken(2, 1, false, file("satu.csv", "ARCHIVED", "b1"));
    private static final JournalBatch SECOND = taken(
            2,
            1,
            true,
            file("satu.csv", "ARCHIVED", "b1"),
            file("\"dua\"\n.csv", "ARCHIVED", "b2"),
            file("tautan", "UNSAFE", null),
            file("lama/", "STAYS", null));
    private static final JournalBatch NOBODY = taken(3, 1, true);

    @TempDir
    Path archive;

    private Journal journal;

    @BeforeEach
    void journal() {
        journal = new Journal(archive);
    }

    private static JournalBatch taken(int day, int batch, boolean whole, JournalBatch.File... files) {
        return new JournalBatch(new IntakeBatch(LocalDate.of(2020, 7, day), batch), "mandat", 1, whole, List.of(files));
    }

    private static JournalBatch.File file(String name, String state, @Nullable String sha256) {
        return new JournalBatch.File(
                "1.01.01", name, "1.01.01", 12, 1_583_020_800_123L, sha256, state, !name.equals("tautan"));
    }

    private byte[] bytes() throws IOException {
        return Files.readAllBytes(archive.resolve(Journal.NAME));
    }

    private void write(byte[] bytes) throws IOException {
        Files.write(archive.resolve(Journal.NAME), bytes);
    }

    private Found read() throws IOException {
        return journal.read(at -> true);
    }

    @Test
    void saysWhatItWasToldForTheOfficeOnly() throws IOException {
        journal.append(List.of(FIRST));
        journal.append(List.of());
        journal.append(List.of(CUT));
        assertThat(read().records()).containsExactly(FIRST, CUT);
        journal.append(List.of(SECOND, NOBODY));
        assertThat(read()).isEqualTo(new Found(List.of(FIRST, SECOND, NOBODY), Set.of(), 0));
        assertThat(journal.read(at -> at.receivedOn().getDayOfMonth() == 2).records())
                .containsExactly(SECOND);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive.resolve(Journal.NAME))))
                .isEqualTo("rw-r-----");
    }

    @Test
    void aBlockThatIsTornAnywhereCountsAsNotWrittenAndHarmsNoOther() throws IOException {
        journal.append(List.of(FIRST));
        int before = bytes().length;
        journal.append(List.of(SECOND));
        byte[] whole = bytes();
        for (int length = before; length < whole.length; length++) {
            write(Arrays.copyOf(whole, length));
            boolean isWhole = length == whole.length - 1; // all but the last end of line
            assertThat(read().records())
                    .as("cut off at " + length)
                    .isEqualTo(isWhole ? List.of(FIRST, SECOND) : List.of(FIRST));
            journal.append(List.of(SECOND));
            journal.append(List.of(NOBODY));
            Found after = read();
            assertThat(after.records()).as("cut off at " + length).containsExactly(FIRST, SECOND, NOBODY);
            assertThat(after.torn()).isBetween(0, 1);
        }
    }

    @Test
    void aTailOfZeroesIsATornLine() throws IOException {
        journal.append(List.of(FIRST));
        byte[] whole = bytes();
        write(Arrays.copyOf(whole, whole.length + 4_096));
        journal.append(List.of(SECOND));
        assertThat(read()).isEqualTo(new Found(List.of(FIRST, SECOND), Set.of(), 1));
    }

    @Test
    void aTakingThatStandsTwiceIsOneAndTheLastCounts() throws IOException {
        journal.append(List.of(SECOND));
        journal.append(List.of(FIRST));
        journal.append(List.of(SECOND));
        assertThat(read().records()).containsExactly(FIRST, SECOND);
    }

    /** A database that was restored from an older dump counts anew from there. */
    @Test
    void whatWasTakenAgainUnderANumberHidesNothing() throws IOException {
        JournalBatch other = taken(2, 1, true, file("tiga.csv", "ARCHIVED", "c1"));
        JournalBatch third = taken(2, 2, true, file("empat.csv", "ARCHIVED", "d1"));
        journal.append(List.of(SECOND));
        journal.append(List.of(other));
        journal.append(List.of(other));
        journal.append(List.of(third));
        journal.append(List.of(taken(2, 1, true)));
        Found found = read();
        assertThat(found.records())
                .extracting(taken -> taken.at().batch() + " " + taken.files())
                .containsExactly("1 " + SECOND.files(), "2 " + other.files(), "3 " + third.files());
        assertThat(found.disputed()).extracting(IntakeBatch::batch).containsExactlyInAnyOrder(1, 2, 3);
        journal.takeBack(LocalDate.of(2020, 7, 2));
        assertThat(read()).isEqualTo(new Found(List.of(), Set.of(), 0));
    }

    @Test
    void whatIsTakenBackWasNeverTaken() throws IOException {
        journal.takeBack(LocalDate.of(2020, 7, 2));
        assertThat(journal.exists()).isFalse();
        journal.append(List.of(FIRST, SECOND));
        journal.takeBack(LocalDate.of(2020, 7, 2));
        assertThat(read().records()).containsExactly(FIRST);
        journal.append(List.of(CUT));
        assertThat(read().records()).containsExactly(FIRST, CUT);
    }
}
