package id.rekap.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where tests keep homes and their server: in memory where there is room, because every commit and every published file waits
 * for a disk, which half of a run's time is. What a crash of the machine leaves, no test can see either way.
 */
public final class TestPlace {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 4L << 30;

    public static final Path PATH = isRoomy() ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));

    private TestPlace() {}

    private static boolean isRoomy() {
        try {
            return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
