package id.rekap.nightly;

import id.rekap.evidence.ExportProblem;
import id.rekap.evidence.ExportReader;
import id.rekap.evidence.FollowersExport;
import id.rekap.intake.AccountFolders.Folder;
import id.rekap.intake.AccountFolders.Lying;
import id.rekap.intake.MemoryRetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exports as they were read, from before lists are judged until the step that crosses agencies has taken them. What lies in a
 * folder by then is known by its marks: an export of which anything has changed is read again.
 */
final class ExportsRead {
    private static final Logger LOG = LoggerFactory.getLogger(ExportsRead.class);

    /** What may be otherwise when it is read once more, by itself. */
    private static final Set<ExportProblem> PASSING = EnumSet.of(ExportProblem.TOO_LARGE, ExportProblem.CLOSED);

    private final LocalDate date;
    private final Map<String, Read> byAccount = new ConcurrentHashMap<>();

    private record Read(List<String> marks, FollowersExport export) {}

    /** On a business date. */
    ExportsRead(LocalDate date) {
        this.date = date;
    }

    /**
     * Reads them at once, those that are not read yet, as far as they fit into memory together.
     *
     * @param all names of all of them
     */
    void read(Collection<Folder> folders, int all) {
        int most = all / Math.max(1, folders.size());
        folders.parallelStream().filter(folder -> of(folder) == null).forEach(folder -> {
            try {
                FollowersExport export = read(folder, most);
                if (!PASSING.contains(export.problem())) {
                    byAccount.put(folder.account(), new Read(marks(folder), export));
                }
            } catch (UncheckedIOException e) {
                // somebody may have taken it away just now; if not, who takes it says what is wrong with it
            }
        });
    }

    /** As it was read, or null. */
    @Nullable
    FollowersExport of(Folder folder) {
        Read read = byAccount.get(folder.account());
        return read != null && read.marks().equals(marks(folder)) ? read.export() : null;
    }

    void forget() {
        byAccount.clear();
    }

    static List<String> marks(Folder folder) {
        return folder.files().stream().map(Lying::mark).toList();
    }

    /**
     * Whatever is wrong with an export, the night goes on without it; nothing of it is in what is said of that.
     *
     * @param most names
     */
    FollowersExport read(Folder folder, int most) {
        List<Path> files =
                folder.files().stream().filter(Lying::regular).map(Lying::file).toList();
        if (!files.stream().allMatch(Files::isReadable)) {
            return FollowersExport.unread(ExportProblem.CLOSED);
        }
        try {
            return MemoryRetry.of(() -> {
                try {
                    return ExportReader.read(files, most);
                } catch (IOException e) {
                    throw new UncheckedIOException("An export in the inbox cannot be read", e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            return FollowersExport.unread(ExportProblem.TOO_LARGE);
        } catch (StackOverflowError | RuntimeException e) {
            LOG.error(
                    "An export of {} was refused, since reading it failed: {} at {}; please report it",
                    date,
                    e.getClass().getSimpleName(),
                    Stream.of(e.getStackTrace())
                            .findFirst()
                            .map(StackTraceElement::toString)
                            .orElse("?"));
            return FollowersExport.unread(ExportProblem.FAILED);
        }
    }
}
