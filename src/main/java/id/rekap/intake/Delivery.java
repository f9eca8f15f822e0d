package id.rekap.intake;

import java.time.LocalDate;
import java.util.List;

/**
 * All files that an agency dropped before the same taking.
 *
 * @param receivedOn business date of the run that took them
 * @param take 1 for the first taking of that date
 */
public record Delivery(String agency, LocalDate receivedOn, int take, List<DroppedFile> files) {

    /**
     * One file of it.
     *
     * @param sha256 its name in the archive, empty for what may not be read
     * @param unsafe what it was that may not be read, or empty
     */
    public record DroppedFile(String folder, String name, String sha256, String unsafe) {
        String path() {
            return folder + "/" + name;
        }

        /** A correction of the list in force, by its name. */
        boolean isCorrection() {
            return name.toLowerCase(java.util.Locale.ROOT).startsWith("ralat");
        }
    }
}
