package id.rekap.intake;

import java.time.LocalDate;

/**
 * A file that a batch has seen in the inbox and that is still to be copied.
 *
 * @param receivedOn date of the batch
 */
public record SeenFile(LocalDate receivedOn, int batch, Inbox.Seen seen) {
    @Override
    public String toString() {
        return "a file of folder " + seen.folder();
    }
}
