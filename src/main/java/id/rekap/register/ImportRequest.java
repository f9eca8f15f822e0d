package id.rekap.register;

import id.rekap.mandate.Group;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be imported.
 *
 * @param files together
 * @param group when the files are the whole of one group only
 * @param force also when more than a tenth of the active people would end
 */
record ImportRequest(
        List<Path> files, LocalDate date, @Nullable Group group, boolean dryRun, boolean force) {
    ImportRequest {
        files = List.copyOf(files);
    }
}
