package id.rekap.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A batch as the journal of the archive keeps it: all that it saw in the inbox, and what became of that.
 *
 * @param mandate of the run that looked; null where nobody knows
 * @param revision of that run, 0 where nobody knows
 * @param whole false while files that it saw are still to be copied
 */
public record JournalBatch(IntakeBatch at, @Nullable String mandate, int revision, boolean whole, List<File> files) {
    /**
     * One file.
     *
     * @param sha256 its name in the archive, null for what was not copied
     * @param state as in the table {@code intake_file}
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
            boolean text) {
        /** Of place and bytes. */
        private long print() {
            long print = 0xcbf29ce484222325L;
            String of = folder + "/" + name + "/" + text + sha256;
            for (int i = 0; i < of.length(); i++) {
                print = (print ^ of.charAt(i)) * 0x100000001b3L;
            }
            return print;
        }
    }

    /** Those that the archive has. */
    public List<File> archived() {
        return files.stream().filter(file -> file.sha256() != null).toList();
    }

    /** Of the originals that it took, much shorter than they are: a journal may have many years of them. */
    Set<Long> prints() {
        return archived().stream().map(File::print).collect(Collectors.toSet());
    }
}
