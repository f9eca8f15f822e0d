package id.rekap.cli;

import id.rekap.database.Diagnosis;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a home can be written to and has room. */
final class HomeCheckup {
    private static final String INBOX = "inbox";
    private static final List<String> WRITTEN_TO = List.of("archive", "reports", "logs");

    private static final long MIB = 1024 * 1024;
    private static final long LEAST_MIB = 64;
    private static final long GOOD_MIB = 1024;

    private HomeCheckup() {}

    /** The inbox, and each directory that a run writes to, by writing to it. */
    static List<Diagnosis> directories(Path home) {
        List<Diagnosis> found = new ArrayList<>();
        found.add(inbox(home.resolve(INBOX)));
        WRITTEN_TO.forEach(name -> found.add(writtenTo(home.resolve(name))));
        return found;
    }

    /** A night only reads it; what it cannot take out of a folder waits there, see {@link #folders}. */
    private static Diagnosis inbox(Path inbox) {
        return missing(INBOX, inbox)
                .orElseGet(() -> Files.isReadable(inbox)
                        ? Diagnosis.ok(INBOX, "can be read")
                        : Diagnosis.problem(
                                INBOX,
                                inbox + " cannot be read",
                                "give the user " + HomeCommand.who() + " the right to read it"));
    }

    private static Optional<Diagnosis> missing(String check, Path directory) {
        if (Files.isDirectory(directory)) {
            return Optional.empty();
        }
        return Optional.of(
                Files.exists(directory, LinkOption.NOFOLLOW_LINKS)
                        ? Diagnosis.problem(check, directory + " is no directory", "put a directory in its place")
                        : Diagnosis.problem(
                                check, directory + " is missing", "./rekap init makes it; is a disk not mounted?"));
    }

    private static Diagnosis writtenTo(Path directory) {
        String check = String.valueOf(directory.getFileName());
        return missing(check, directory).orElseGet(() -> write(check, directory));
    }

    private static Diagnosis write(String check, Path directory) {
        try {
            Files.delete(Files.createTempFile(directory, ".rekap-doctor-", ".tmp"));
            return Diagnosis.ok(check, "can be written to");
        } catch (IOException e) {
            return Diagnosis.problem(
                    check,
                    directory + " cannot be written to (" + e.getClass().getSimpleName() + ")",
                    "give the user " + HomeCommand.who() + " the right to write there, and make room");
        }
    }

    /** Room where reports, archive and the embedded database grow. */
    static List<Diagnosis> room(Path home) {
        Set<Long> seen = new TreeSet<>();
        List<Diagnosis> rooms = new ArrayList<>();
        for (String name : List.of("reports", "archive", "data")) {
            Path place = home.resolve(name);
            if (!Files.isDirectory(place)) {
                continue;
            }
            try {
                FileStore store = Files.getFileStore(place);
                if (seen.add(store.getUsableSpace() / MIB)) {
                    rooms.add(room(place, store.getUsableSpace() / MIB));
                }
            } catch (IOException e) {
                rooms.add(Diagnosis.warning(
                        "room", place + ": cannot be told (" + e.getClass().getSimpleName() + ")", "look at it"));
            }
        }
        return rooms;
    }

    private static Diagnosis room(Path place, long mib) {
        String found = mib + " MiB free below " + place;
        if (mib < LEAST_MIB) {
            return Diagnosis.problem("room", found, "make room");
        }
        return mib < GOOD_MIB ? Diagnosis.warning("room", found, "make room soon") : Diagnosis.ok("room", found);
    }

    /** Agencies' folders out of which nothing can be taken. */
    static Diagnosis folders(Path home) {
        List<String> closed = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(home.resolve(INBOX), Files::isDirectory)) {
            for (Path folder : folders) {
                if (!Files.isReadable(folder) || !Files.isWritable(folder)) {
                    closed.add(String.valueOf(folder.getFileName()));
                }
            }
        } catch (IOException e) {
            return Diagnosis.problem(
                    "folders",
                    "the inbox cannot be listed (" + e.getClass().getSimpleName() + ")",
                    "correct its rights");
        }
        return closed.isEmpty()
                ? Diagnosis.ok("folders", "files can be taken out of every folder of the inbox")
                : Diagnosis.problem(
                        "folders",
                        "files cannot be taken out of " + String.join(", ", new TreeSet<>(closed)),
                        "give the user " + HomeCommand.who() + " the right to read and write there");
    }
}
