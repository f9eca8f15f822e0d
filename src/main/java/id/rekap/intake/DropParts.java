package id.rekap.intake;

import id.rekap.intake.Delivery.DroppedFile;
import id.rekap.tabular.FileRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the files of a drop hold: rows of lists, and rows that correct them. */
final class DropParts {
    private final ListPages.Builder base = new ListPages.Builder();
    private final List<ListRow> corrections = new ArrayList<>();
    private final List<ListFile> files = new ArrayList<>();
    private final List<FileNote> notes = new ArrayList<>();
    private final ForeignLists.Rows rows;
    private int lists;
    private int corrected;

    DropParts(ForeignLists.Rows rows) {
        this.rows = rows;
    }

    /** @param original its bytes */
    void add(ListReader reader, Path original, DroppedFile file) throws FileRefused, IOException {
        ListReader.Reading reading = reader.read(
                original, file.path(), file.sha256(), files.size(), file.isCorrection() ? this::correct : this::list);
        if (corrected > StoredLimits.CORRECTIONS) {
            throw StoredLimits.tooMuch("baris ralat dalam satu kiriman", corrected, StoredLimits.CORRECTIONS);
        }
        files.add(reading.file());
        notes.addAll(reading.notes());
        lists += file.isCorrection() ? 0 : 1;
    }

    private void list(ListRow row) {
        rows.see(row);
        base.add(row);
    }

    /** So many are compared with a list in memory; what is more is only counted. */
    private void correct(ListRow row) {
        if (corrected++ < StoredLimits.CORRECTIONS) {
            corrections.add(row);
        }
    }

    /** Where there is no list that it could correct. */
    void firstCorrectionIsTheList() {
        corrections.stream().filter(row -> row.file() == 0).forEach(this::list);
        corrections.removeIf(row -> row.file() == 0);
    }

    ListPages list() {
        return base.build();
    }

    /** Whether the whole list that they became is the agency's. */
    List<HoldReason> holdReasons(ListPages whole) {
        return rows.reasons(whole, corrections.size());
    }

    List<ListRow> corrections() {
        return corrections;
    }

    /** @param drop which of the list's drops of corrections this is */
    List<ListFile> files(int drop) {
        List<ListFile> told = new ArrayList<>();
        files.forEach(file -> told.add(told.size() < lists ? file : file.ofCorrections(drop)));
        return told;
    }

    List<FileNote> notes() {
        return notes;
    }

    /** How many of its files are whole lists: they come before those that correct. */
    int lists() {
        return lists;
    }
}
