package id.rekap.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file that becomes a second name of an earlier one where both have the same bytes. Nothing is written before the first byte
 * that differs; from there on it is a file of its own, and so it is where the disk makes no links.
 */
final class SameBytes extends OutputStream {
    private final Path file;
    private final Path earlier;
    private final byte[] then = new byte[1 << 13];
    private @Nullable InputStream reading;
    private @Nullable OutputStream own;
    private long same;

    private SameBytes(Path file, Path earlier) throws IOException {
        this.file = file;
        this.earlier = earlier;
        this.reading = Files.newInputStream(earlier);
    }

    /** A plain file where there is no earlier one. */
    static OutputStream open(Path file, @Nullable Path earlier) throws IOException {
        return earlier != null && Files.isRegularFile(earlier, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(earlier)
                ? new SameBytes(file, earlier)
                : Files.newOutputStream(file);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        int at = from;
        int end = from + length;
        while (own == null && at < end) {
            int part = Math.min(end - at, then.length);
            if (isNext(some, at, part)) {
                same += part;
                at += part;
            } else {
                own = begun();
            }
        }
        if (own != null) {
            own.write(some, at, end - at);
        }
    }

    private boolean isNext(byte[] some, int from, int length) throws IOException {
        return reading != null
                && reading.readNBytes(then, 0, length) == length
                && Arrays.equals(then, 0, length, some, from, from + length);
    }

    /** With what was the same so far. */
    private OutputStream begun() throws IOException {
        endReading();
        OutputStream begun = Files.newOutputStream(file);
        try (InputStream again = Files.newInputStream(earlier)) {
            for (long left = same; left > 0; ) {
                int read = again.readNBytes(then, 0, (int) Math.min(left, then.length));
                if (read == 0) {
                    throw new IOException(earlier + " became shorter while it was read");
                }
                begun.write(then, 0, read);
                left -= read;
            }
            return begun;
        } catch (IOException e) {
            begun.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        if (own == null && reading != null) {
            if (reading.read() >= 0) {
                own = begun();
            } else {
                endReading();
                link();
            }
        }
        if (own != null) {
            own.close();
        }
    }

    private void link() throws IOException {
        try {
            Files.createLink(file, earlier);
        } catch (UnsupportedOperationException | IOException impossible) {
            Files.copy(earlier, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void endReading() throws IOException {
        InputStream open = reading;
        if (open != null) {
            reading = null;
            open.close();
        }
    }
}
