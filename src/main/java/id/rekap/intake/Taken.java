package id.rekap.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A taking as the journal of the archive keeps it: all that it saw in the inbox, and what became of that.
 *
 * @param mandate of the run that looked; null where nobody knows
 * @param revision of that run, 0 where nobody knows
 * @param whole false while files that it saw are still to be copied
 */
public record Taken(Taking at, @Nullable String mandate, int revision, boolean whole, List<File> files) {
    /**
     * One file.
     *
     * @param sha256 its name in the archive, null for what was not copied
     * @param state as in the table {@code intake}
     * @param text false where the bytes of the name are none
     */
    public record File(
            String folder,
            String name,
            @Nullable String agency,
            long size,
            long modified,
            @Nullable String sha256,
            String state,
            boolean text) {}

    /** Those that the archive has. */
    public List<File> archived() {
        return files.stream().filter(file -> file.sha256() != null).toList();
    }
}
