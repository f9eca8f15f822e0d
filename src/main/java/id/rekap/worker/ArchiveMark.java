package id.rekap.worker;

import id.rekap.files.Modes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file in the archive that only one owner of a run has written: a worker that sees it has the same archive before it, and no
 * copy of another day. Under a name that nobody has asked for before, since a file system over a network remembers answers.
 */
public final class ArchiveMark {
    private static final String NAME = ".shared-";

    private final Path archive;
    private final Path file;

    public ArchiveMark(Path archive, long run, long token) {
        this.archive = archive;
        this.file = archive.resolve(NAME + run + "-" + token);
    }

    /** In the place of those of earlier owners. */
    public void write() throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(
                archive, String.valueOf(file.getFileName()).replaceAll("\\d+$", "*"))) {
            for (Path one : old) {
                Files.deleteIfExists(one);
            }
        }
        Modes.OPERATORS.makeFile(file);
    }

    public boolean isSeen() {
        return Files.exists(file);
    }

    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
