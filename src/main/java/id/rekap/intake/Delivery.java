package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.tabular.FileRefused;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * All files that an agency dropped before the same batch.
 *
 * @param receivedOn business date of the run that took them
 * @param batch 1 for the first batch of that date
 */
public record Delivery(String agency, LocalDate receivedOn, int batch, List<DroppedFile> files) {
    Submissions.Place place() {
        return new Submissions.Place(agency, receivedOn, batch);
    }

    String dropHash() {
        return DeliveryReader.hashOver(files);
    }

    /** As commands name it: {@code <agency>/<id>}. */
    public String submissionName() {
        return agency + "/" + Submission.id(receivedOn, dropHash());
    }

    /** The one of which is told what is said of all. */
    DroppedFile first() {
        return files.stream().min(DroppedFile.IN_ORDER).orElseThrow();
    }

    /**
     * One file of it.
     *
     * @param modified when it was changed last, in milliseconds since 1970, as its inbox said
     * @param sha256 its name in the archive, empty for what may not be read
     * @param state of its batch: {@code ARCHIVED}, or why there is nothing to read
     */
    public record DroppedFile(String folder, String name, long modified, String sha256, String state) {
        /** In one drop lists come before corrections; then a later change counts more, then a higher name. */
        static final Comparator<DroppedFile> IN_ORDER = Comparator.comparing(DroppedFile::isCorrection)
                .thenComparing(DroppedFile::modified)
                .thenComparing(DroppedFile::name, NaturalOrder.OF_NAMES)
                .thenComparing(DroppedFile::folder);

        /** Links and devices are no files, and what may not be opened is none to Rekap. */
        void refuseUnlessKept() throws FileRefused {
            switch (state) {
                case "UNSAFE" ->
                    throw new FileRefused(
                            ExceptionCode.FILE_UNSAFE,
                            "",
                            "tautan, perangkat, atau nama yang tidak dapat dibaca",
                            "berkas biasa");
                case "CLOSED" ->
                    throw new FileRefused(
                            ExceptionCode.FILE_UNREADABLE,
                            "",
                            "tidak ada izin untuk membacanya",
                            "berkas yang boleh dibaca");
                case "ARCHIVED" -> {}
                default -> throw new IllegalStateException("A file is taken with the unknown state " + state);
            }
        }

        boolean isKept() {
            return state.equals("ARCHIVED");
        }

        String path() {
            return folder + "/" + name;
        }

        /** A correction of the list in force, by its name. */
        boolean isCorrection() {
            return name.toLowerCase(java.util.Locale.ROOT).startsWith("ralat");
        }
    }
}
