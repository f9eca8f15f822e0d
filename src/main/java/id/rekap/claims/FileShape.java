package id.rekap.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the beginning of an unknown file looks like: {@code 99/99/99 99.99 - Xxxx: xxx}, and nobody's name. */
final class FileShape {
    private static final int LONGEST = 1 << 16;

    private FileShape() {}

    static void write(Path file, OutputStream out) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LONGEST);
        }
        for (int i = 0; i < start.length; i++) start[i] = shaped(start[i]);
        out.write(start);
    }

    /** Of other scripts' letters each byte is a letter. */
    private static byte shaped(byte b) {
        if (b >= '0' && b <= '9') return '9';
        if (b >= 'A' && b <= 'Z') return 'X';
        boolean letter = (b >= 'a' && b <= 'z') || b < 0;
        boolean sign = b == '\n' || b == '\r' || b == '\t' || b >= ' ';
        return letter || !sign ? (byte) 'x' : b;
    }
}
