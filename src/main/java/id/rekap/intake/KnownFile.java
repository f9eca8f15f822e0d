package id.rekap.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * What was recorded of a file when its bytes were hashed last, so that the same bytes need not be hashed again. Believed is
 * one thing: bytes that are equal, one by one, to a copy in the archive, and have the CRC-32 of those that were hashed, are
 * the bytes that were hashed. Equality alone would not do: a copy that a disk has spoilt or a hand has changed may come
 * back through the inbox, and its name would be wrong. Who can forge a CRC-32 there could as well exchange the copy after it
 * was hashed.
 *
 * @param sha256 the copy's name in the archive
 * @param crc32 of the bytes that were hashed
 */
record KnownFile(String sha256, long crc32) {
    static long crc32(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    /** False also where the copy is gone or cannot be read: then the bytes are hashed, like any others. */
    boolean isOf(byte[] bytes, long crc32, Path copy) {
        return crc32 == this.crc32 && hasBytes(copy, bytes);
    }

    private static boolean hasBytes(Path copy, byte[] bytes) {
        byte[] buffer = new byte[1 << 16];
        int at = 0;
        try (InputStream in = Files.newInputStream(copy)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (n > bytes.length - at || !Arrays.equals(buffer, 0, n, bytes, at, at + n)) {
                    return false;
                }
                at += n;
            }
            return at == bytes.length;
        } catch (IOException e) {
            return false;
        }
    }
}
