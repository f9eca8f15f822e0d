package id.rekap.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two directories, byte by byte: names, kinds, modes, content. Links are never followed. */
final class TreeComparison {
    private TreeComparison() {}

    /** Paths below the one that the other has not, has besides, or has otherwise; by name. */
    static List<String> differences(Path one, Path other) throws IOException {
        TreeSet<Path> all = new TreeSet<>(below(one));
        all.addAll(below(other));
        List<String> differences = new ArrayList<>();
        for (Path path : all) {
            if (!isSame(one.resolve(path), other.resolve(path))) {
                differences.add(path.toString().isEmpty() ? "." : path.toString());
            }
        }
        return differences;
    }

    private static Set<Path> below(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.map(root::relativize).collect(Collectors.toSet());
        } catch (UncheckedIOException e) {
            return Set.of(); // what cannot be listed is not the same
        }
    }

    static boolean isSame(Path one, Path other) {
        try {
            if (isDirectory(one)) {
                return isDirectory(other) && mode(one).equals(mode(other));
            }
            return isFile(one)
                    && isFile(other)
                    && mode(one).equals(mode(other))
                    && Files.size(one) == Files.size(other)
                    && Files.mismatch(one, other) < 0;
        } catch (IOException e) {
            return false; // a damaged disk, or no right to read
        }
    }

    private static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Nothing where the file system has no modes. */
    private static Set<PosixFilePermission> mode(Path path) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view == null ? Set.of() : view.readAttributes().permissions();
    }
}
