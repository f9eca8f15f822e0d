package id.rekap.report;

import java.time.LocalDate;
import java.util.List;

/**
 * What was written for a date.
 *
 * @param outputs every file of the set but the manifest, by path
 */
public record PublishedSet(LocalDate date, int revision, List<Output> outputs) {

    /** A file of the set; path below the set's folder, with slashes. */
    public record Output(String path, String sha256, long bytes) {}
}
