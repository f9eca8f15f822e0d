package id.rekap.cli;

import id.rekap.database.Diagnosis;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import id.rekap.register.AgencyDirectory;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether a home can be written to and has room. */
final class HomeCheckup {
    static final String INBOX = "inbox";
    private static final List<String> WRITTEN_TO = List.of("archive", "reports", "logs");

    private static final int NAMED = 5;
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
                                "give the user " + HomeCommand.user() + " the right to read it"));
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
                    "give the user " + HomeCommand.user() + " the right to write there, and make room");
        }
    }

    /** Room where reports, archive and the embedded database grow. */
    static List<Diagnosis> room(Path home) {
        Set<FileStore> seen = new HashSet<>();
        List<Diagnosis> rooms = new ArrayList<>();
        for (String name : List.of("reports", "archive", "data")) {
            Path place = home.resolve(name);
            if (!Files.isDirectory(place)) {
                continue;
            }
            try {
                FileStore store = Files.getFileStore(place);
                if (seen.add(store)) {
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

    /** Who has no folder yet: nobody makes them but whoever lets agencies in, since it is theirs to say who may write. */
    static Optional<Diagnosis> withoutFolder(Path home, Agencies register, LocalDate date) {
        AgencyDirectory directory = register.directory(date);
        Set<String> there = new TreeSet<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(home.resolve(INBOX), Files::isDirectory)) {
            folders.forEach(folder -> directory
                    .named(String.valueOf(folder.getFileName()))
                    .map(Agency::code)
                    .ifPresent(there::add));
        } catch (IOException | DirectoryIteratorException e) {
            return Optional.empty();
        }
        List<String> without = register.on(date).stream()
                .filter(Agency::expected)
                .map(Agency::code)
                .filter(code -> !there.contains(code))
                .toList();
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(Diagnosis.ok(
                        "folders",
                        without.size() + " of the agencies that report have no folder in " + home.resolve(INBOX)
                                + " yet: "
                                + without.stream().limit(NAMED).collect(Collectors.joining(", "))
                                + (without.size() > NAMED ? " and " + (without.size() - NAMED) + " more" : "")
                                + "; whoever lets them in makes each its folder, named by its code or an alias, and gives"
                                + " it the right to write there"));
    }

    /** Agencies' folders: one that may not be read ends the night, out of one that is closed nothing can be removed. */
    static List<Diagnosis> folders(Path home) {
        TreeSet<String> unreadable = new TreeSet<>();
        TreeSet<String> closed = new TreeSet<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(home.resolve(INBOX), Files::isDirectory)) {
            for (Path folder : folders) {
                if (!Files.isReadable(folder)) {
                    unreadable.add(String.valueOf(folder.getFileName()));
                } else if (!Files.isWritable(folder)) {
                    closed.add(String.valueOf(folder.getFileName()));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of(Diagnosis.problem(
                    "folders",
                    "the inbox cannot be listed (" + e.getClass().getSimpleName() + ")",
                    "correct its rights"));
        }
        String next = "give the user " + HomeCommand.user() + " the right to read and write there";
        List<Diagnosis> found = new ArrayList<>();
        if (!unreadable.isEmpty()) {
            found.add(Diagnosis.problem("folders", "nobody may look into " + String.join(", ", unreadable), next));
        }
        if (!closed.isEmpty()) {
            found.add(Diagnosis.warning(
                    "folders",
                    "files cannot be taken out of " + String.join(", ", closed) + ": each night takes them again",
                    next));
        }
        return found.isEmpty()
                ? List.of(Diagnosis.ok("folders", "files can be taken out of every folder of the inbox"))
                : found;
    }
}
