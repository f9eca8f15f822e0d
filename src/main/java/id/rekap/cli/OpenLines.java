package id.rekap.cli;

import id.rekap.value.Sha256;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Which exceptions of a list are open, by their fingerprints: those name nobody. */
record OpenLines(SortedSet<String> fingerprints) {
    static OpenLines of(Path csv) throws IOException {
        SortedSet<String> fingerprints = new TreeSet<>();
        try (Reader in = Files.newBufferedReader(csv)) {
            for (CSVRecord row : CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)) {
                if (!row.get("state").equals("RESOLVED")) {
                    fingerprints.add(row.get("fingerprint"));
                }
            }
        }
        return new OpenLines(fingerprints);
    }

    int count() {
        return fingerprints.size();
    }

    /** Differs where something else is open, or it goes to somebody else. */
    String digest(String address) {
        return Sha256.hex(
                address + fingerprints.stream().map(print -> "\n" + print).collect(Collectors.joining()));
    }
}
