import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Small disks in memory below a home, and how they fill up. Needs root. */
final class Disks {
    /** Above what a run wants free before it begins; the embedded server alone takes about 200 MiB. */
    private static final Map<String, String> SIZES = new TreeMap<>(Map.of("archive", "100m", "reports", "100m", "data", "500m"));

    private Disks() {}

    static void mount(Path home) throws IOException, InterruptedException {
        for (Map.Entry<String, String> disk : SIZES.entrySet()) {
            Path place = Files.createDirectories(home.resolve(disk.getKey()));
            if (call("mount", "-t", "tmpfs", "-o", "size=" + disk.getValue(), "tmpfs", place.toString()) != 0) {
                throw new IOException("NOT TESTED: mounting a tmpfs at " + place + " failed; this mode needs root");
            }
        }
    }

    static void unmount(Path home) throws IOException, InterruptedException {
        for (String disk : SIZES.keySet()) {
            if (Files.readString(Path.of("/proc/mounts")).contains(" " + home.resolve(disk) + " ")) {
                call("umount", home.resolve(disk).toString());
            }
        }
    }

    /** Takes every byte that is free. */
    static Path fill(Path disk) throws IOException, InterruptedException {
        Path ballast = disk.resolve("ballast");
        Files.createFile(ballast);
        long free = Files.getFileStore(disk).getUsableSpace();
        if (call("fallocate", "-l", Long.toString(free), ballast.toString()) != 0) {
            throw new IOException("No ballast of " + free + " bytes could be put into " + disk);
        }
        return ballast;
    }

    /** Dropped files whose bytes are neither in the inbox nor in the archive. */
    static List<String> lost(Path dropped, Path home) throws IOException {
        Set<String> kept = new HashSet<>();
        for (String place : List.of("inbox", "archive")) {
            for (Path file : files(home.resolve(place))) {
                kept.add(FaultHome.sha256(file));
            }
        }
        List<String> lost = new java.util.ArrayList<>();
        for (Path file : files(dropped)) {
            if (!kept.contains(FaultHome.sha256(file))) {
                lost.add(dropped.relativize(file).toString());
            }
        }
        return lost;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("ballast"))
                    .toList();
        }
    }

    private static int call(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
