package id.rekap.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Brings written files and directories to the disk. */
public final class Durable {
    private static final int FEW = 4;

    private Durable() {}

    /**
     * Returns when all of these are on the disk. Many files take one sync of their file system where the machine has
     * coreutils' {@code sync -f} (five times as fast as a sync for each), else one sync each.
     */
    public static void all(Collection<Path> paths) throws IOException {
        if (paths.size() > FEW && syncFileSystem(paths.iterator().next())) {
            return;
        }
        for (Path path : paths) {
            one(path);
        }
    }

    /** Returns when a directory and all that is below it are on the disk. */
    public static void tree(Path root) throws IOException {
        if (syncFileSystem(root)) {
            return;
        }
        try (Stream<Path> below = Files.walk(root)) {
            for (Path path : below.toList()) {
                one(path);
            }
        }
    }

    /** Brings what is written by now to the disk where one sync does that, so that {@link #tree} has little left to wait for. */
    public static void ahead(Path root) {
        syncFileSystem(root);
    }

    private static void one(Path path) throws IOException {
        StandardOpenOption mode = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private static boolean syncFileSystem(Path path) {
        try {
            Process sync = new ProcessBuilder("sync", "-f", path.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return sync.waitFor(10, TimeUnit.MINUTES) && sync.exitValue() == 0;
        } catch (IOException e) {
            return false; // no such tool here: each file is synced by itself
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
