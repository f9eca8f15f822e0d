package id.rekap.report;

import id.rekap.files.Modes;
import java.io.IOException;
import java.nio.file.Path;

/** Who may read a published file; set by name, whatever the umask is. */
enum Audience {
    /** What circulates: it shows no person, and no group of a few. */
    EVERYONE(Modes.EVERYONE),
    /** What shows people, or every number: the operator and its group. */
    OPERATORS(Modes.OPERATORS),
    /** A set that is still being written. */
    OWNER(Modes.OWNER);

    private final Modes modes;

    Audience(Modes modes) {
        this.modes = modes;
    }

    void mayRead(Path written) throws IOException {
        modes.setFile(written);
    }

    void mayEnter(Path folder) throws IOException {
        modes.setFolder(folder);
    }
}
