package id.rekap.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Brings what was written to the disk, so that a power cut after a commit finds it there. */
public final class Durable {
    private static final String SYNC = "sync";

    private Durable() {}

    /**
     * Everything below a directory, and the directory. One {@code sync -f} of its file system where the system has it:
     * forcing 1,500 files one by one takes five times as long.
     */
    public static void directory(Path directory) {
        directory(directory, SYNC);
    }

    static void directory(Path directory, String sync) {
        if (!syncedAtOnce(directory, sync)) {
            each(directory);
        }
    }

    /** One file, or the names in one directory. */
    public static void file(Path file) {
        // Windows does not open directories and keeps their entries by itself.
        if (Files.isDirectory(file) && windows()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot bring " + file + " to the disk", e);
        }
    }

    private static boolean syncedAtOnce(Path directory, String sync) {
        try {
            Process process = new ProcessBuilder(
                            sync, "-f", directory.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void each(Path directory) {
        try (Stream<Path> below = Files.walk(directory)) {
            List<Path> entries =
                    below.filter(p -> !Files.isSymbolicLink(p)).sorted().toList();
            entries.stream()
                    .filter(p -> Files.isRegularFile(p, LinkOption.NOFOLLOW_LINKS) || Files.isDirectory(p))
                    .forEach(Durable::file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + directory, e);
        }
    }

    private static boolean windows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
