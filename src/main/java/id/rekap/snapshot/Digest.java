package id.rekap.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** SHA-256 over facts, each with its length, so that no two sequences of facts give the same bytes. */
final class Digest {
    private final MessageDigest digest;

    Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    Digest add(@Nullable Object fact) {
        byte[] bytes = fact == null ? new byte[0] : fact.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(5)
                .put((byte) (fact == null ? 0 : 1))
                .putInt(bytes.length)
                .array());
        digest.update(bytes);
        return this;
    }

    byte[] bytes() {
        return digest.digest();
    }
}
