package id.rekap.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;
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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(address.getBytes(StandardCharsets.UTF_8));
            fingerprints.forEach(print -> digest.update(("\n" + print).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
