package id.rekap.intake;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with its verdict under a mandate.
 *
 * @param dropHash SHA-256, in hex, over the set of its file hashes, sorted
 * @param rows data rows, as corrections left them when it came
 * @param keptRows with those that corrections replace
 * @param heldFor of a held list: why it is
 */
public record Submission(
        String agency,
        LocalDate receivedOn,
        int batch,
        String dropHash,
        DeliveryDecision verdict,
        int rows,
        int keptRows,
        List<ListFile> files,
        List<FileNote> notes,
        List<HoldReason> heldFor) {
    /** As published: {@code <received_on>-<first 12 hex digits of its drop's hash>}. */
    public String id() {
        return id(receivedOn, dropHash);
    }

    static String id(LocalDate receivedOn, String dropHash) {
        return receivedOn + "-" + dropHash.substring(0, 12);
    }

    /** How commands name it. */
    public String name() {
        return agency + "/" + id();
    }

    /** What its drop was read for: its own files come behind those that it corrects. Null where it is no list. */
    @Nullable
    String asked() {
        return files.isEmpty() ? null : files.get(files.size() - 1).asked();
    }

    /** Do corrections replace rows of it? */
    public boolean isCorrected() {
        return Corrections.isCorrected(files);
    }

    Submission reading(List<ListFile> others, List<FileNote> said) {
        return new Submission(agency, receivedOn, batch, dropHash, verdict, rows, keptRows, others, said, heldFor);
    }

    /**
     * Its list, if it is all there: a page that is lost must not turn its people into people who are not reported.
     *
     * @throws UncheckedIOException where rows are missing
     */
    public ListPages whole(ListPages list) {
        if (list.rowCount() != keptRows) {
            throw new UncheckedIOException(
                    "The list " + id() + " of " + agency + " is not whole in the table list_page: restore it",
                    new EOFException(list.rowCount() + " rows of " + keptRows));
        }
        return list;
    }
}
