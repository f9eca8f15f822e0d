package id.rekap.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Who may do what with what the program makes; said each time, so that no umask opens or closes it. What is there already
 * keeps its mode: that is its operator's. Windows has no such modes; there the rights of the folder above hold.
 */
public enum Modes {
    /** For its owner alone: the embedded database. */
    OWNER("rw-------", "rwx------"),
    /** For the operator and its group: all that shows people. */
    OPERATORS("rw-r-----", "rwxr-x---"),
    /** Others may walk through to what is theirs below, a web server or an agency's account, and see nothing on the way. */
    PASSAGE("rw-r-----", "rwxr-x--x"),
    /** For everybody: what circulates. */
    EVERYONE("rw-r--r--", "rwxr-xr-x");

    private final String file;
    private final String folder;

    Modes(String file, String folder) {
        this.file = file;
        this.folder = folder;
    }

    /** Makes a folder and those above it that are missing. */
    public void makeFolders(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Path above = path.toAbsolutePath().getParent();
        if (above != null) {
            makeFolders(above);
        }
        try {
            Files.createDirectory(path, attributes(path, folder));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(path)) {
                throw e;
            }
            return; // somebody was faster
        }
        set(path, folder);
    }

    /** Makes an empty file where there is none: nobody else has it open before it has its mode. */
    public void makeFile(Path path) throws IOException {
        try {
            Files.createFile(path, attributes(path, file));
        } catch (FileAlreadyExistsException e) {
            return;
        }
        set(path, file);
    }

    /** Gives this mode to a file that is written. */
    public void setFile(Path path) throws IOException {
        set(path, file);
    }

    /** Gives this mode to a folder. */
    public void setFolder(Path path) throws IOException {
        set(path, folder);
    }

    /** Since a umask takes away from what something is made with. */
    private static void set(Path path, String rights) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(rights));
        }
    }

    private static FileAttribute<?>[] attributes(Path path, String rights) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
