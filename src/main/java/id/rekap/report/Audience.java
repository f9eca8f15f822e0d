package id.rekap.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Who may read a published file; set by name, whatever the umask is. */
enum Audience {
    /** What circulates and shows no person. */
    EVERYONE("rw-r--r--", "rwxr-xr-x"),
    /** What shows people: the operator and its group. */
    OPERATORS("rw-r-----", "rwxr-x---"),
    /** A set that is still being written. */
    OWNER("rw-------", "rwx------");

    private final String file;
    private final String directory;

    Audience(String file, String directory) {
        this.file = file;
        this.directory = directory;
    }

    void mayRead(Path written) throws IOException {
        set(written, file);
    }

    void mayEnter(Path folder) throws IOException {
        set(folder, directory);
    }

    private static void set(Path path, String rights) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        // Windows has no such view; there the folder's own rights hold.
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(rights));
        }
    }
}
