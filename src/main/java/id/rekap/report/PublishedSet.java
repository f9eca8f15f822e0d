package id.rekap.report;

import id.rekap.snapshot.Suppressed;
import id.rekap.value.Sha256;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was written for a date.
 *
 * @param outputs every file that is written, by path; the manifest itself lists those before it
 * @param suppressed what it hides
 * @param lists by agency, what is kept of the files of its list: see {@link KeptList}
 */
public record PublishedSet(
        LocalDate date, int revision, List<Output> outputs, Suppressed suppressed, Map<String, String> lists) {

    /** Of the manifest, which has those of all other files. */
    public String manifestSha256() {
        return outputs.stream()
                .filter(o -> o.path().equals("manifest.json"))
                .map(Output::sha256)
                .findFirst()
                .orElseThrow();
    }

    /** Of the tables of data: they hold no text of a page, so they change with the facts alone. */
    public String dataSha256() {
        StringBuilder tables = new StringBuilder();
        outputs.stream()
                .filter(o -> o.path().endsWith(".csv"))
                .forEach(o ->
                        tables.append(o.path()).append(' ').append(o.sha256()).append('\n'));
        return Sha256.hex(tables.toString());
    }

    /**
     * A file of the set; path below the set's folder, with slashes.
     *
     * @param crc32 of the same bytes: enough to see that a file is what it was, in a hundredth of the time
     */
    public record Output(String path, String sha256, long bytes, long crc32) {}
}
