package id.rekap.report;

import id.rekap.value.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The SHA-256 of texts that follow one another, each with its length: no two rows of texts read as one. */
final class Sha256Text {
    private static final int FULL = 1 << 13;

    private final MessageDigest digest = Sha256.digest();
    private final StringBuilder waiting = new StringBuilder(FULL + (FULL >> 1));

    Sha256Text put(String text) {
        waiting.append(text.length()).append(':').append(text);
        if (waiting.length() >= FULL) {
            flush();
        }
        return this;
    }

    /** In hex. */
    String end() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    private void flush() {
        digest.update(waiting.toString().getBytes(StandardCharsets.UTF_8));
        waiting.setLength(0);
    }
}
