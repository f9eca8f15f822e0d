package id.rekap.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The folders into which agencies drop files. Links are never followed, subfolders are seen and never read. */
public final class Inbox {
    /** Not of agencies: what stands in them is read elsewhere. */
    private static final Set<String> OTHERS = Set.of("_register", AccountFolders.FOLDER);

    /** Of chats: its files are taken by themselves, its subfolders are told as those of an agency. */
    private static final String CHATS = "_whatsapp";

    private final Path root;
    private final Duration quietPeriod;

    /** By folder and name: files whose names are no text, which no name finds. */
    private final Map<String, Map<String, Path>> nameless = new HashMap<>();

    /** @param quietPeriod a file that changed within it may still be written to */
    public Inbox(Path root, Duration quietPeriod) {
        this.root = root;
        this.quietPeriod = quietPeriod;
    }

    /**
     * A file as the inbox shows it, or a subfolder.
     *
     * @param name of a subfolder with {@code /} behind it, which no file's name can have
     * @param regular false for links, devices and subfolders
     * @param text false where the bytes of the name are none
     */
    public record Seen(String folder, String name, long size, long modified, boolean regular, boolean text) {
        boolean isSubfolder() {
            return name.endsWith("/");
        }

        String place() {
            return folder.isEmpty() ? name : folder + "/" + name;
        }
    }

    /**
     * What a batch makes of the entries of the inbox.
     *
     * @param ripe it takes or reports them
     * @param tooYoung they wait
     * @param leftAlone it never looks at them
     */
    record Entries(List<Seen> ripe, List<Seen> tooYoung, List<Seen> leftAlone) {
        static Entries none() {
            return new Entries(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        Entries sorted() {
            for (List<Seen> all : List.of(ripe, tooYoung, leftAlone)) {
                all.sort(Comparator.comparing(Seen::folder).thenComparing(Seen::name));
            }
            return this;
        }
    }

    /** Complete files of all folders, by folder and name; those that changed within the quiet period wait. */
    List<Seen> files(Instant now) throws IOException {
        return entries(now).ripe();
    }

    /** Everything in the inbox but what is read elsewhere, by folder and name; of chats the subfolders. */
    Entries entries(Instant now) throws IOException {
        Entries seen = Entries.none();
        for (Path folder : Files.isDirectory(root) ? entries(root) : List.<Path>of()) {
            String name = DiskName.of(folder);
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || name.startsWith(".")) {
                look(folder, "", name, now, seen);
            } else if (name.equals(CHATS)) {
                Entries chats = Entries.none();
                lookInto(folder, name, now, chats);
                chats.ripe().stream().filter(Seen::isSubfolder).forEach(seen.ripe()::add);
            } else if (!OTHERS.contains(name)) {
                lookInto(folder, name, now, seen);
            }
        }
        return seen.sorted();
    }

    /** Complete files in the folder of chats, by name. */
    public List<Seen> chats(Instant now) throws IOException {
        return chatEntries(now).ripe().stream()
                .filter(file -> !file.isSubfolder())
                .toList();
    }

    Entries chatEntries(Instant now) throws IOException {
        Entries seen = Entries.none();
        Path folder = root.resolve(CHATS);
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) lookInto(folder, CHATS, now, seen);
        return seen.sorted();
    }

    private void lookInto(Path folder, String name, Instant now, Entries seen) throws IOException {
        for (Path file : entries(folder)) {
            look(file, name, DiskName.of(file), now, seen);
        }
    }

    /**
     * None of a folder that has just gone. One that may not be looked into ends the night: its agency has not been silent.
     */
    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
            found.forEach(entries::add);
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (AccessDeniedException e) {
            throw new IOException("The folder " + folder + " may not be read. Correct its rights, then restart", e);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }

    private void look(Path file, String folder, String name, Instant now, Entries seen) throws IOException {
        BasicFileAttributes attributes = attributes(file);
        if (attributes == null) {
            return;
        }
        Instant modified = attributes.lastModifiedTime().toInstant();
        boolean regular = attributes.isRegularFile();
        Seen entry = attributes.isDirectory()
                ? new Seen(folder, name + "/", 0, 0, false, true)
                : new Seen(folder, name, attributes.size(), modified.toEpochMilli(), regular, DiskName.isText(file));
        List<Seen> among = IgnoredNames.is(name)
                ? seen.leftAlone()
                : regular && changedJustNow(modified, now) ? seen.tooYoung() : seen.ripe();
        among.add(entry);
    }

    /** A clock that is a little ahead, too; a time far ahead says nothing of when the file was written. */
    private boolean changedJustNow(Instant modified, Instant now) {
        return changedWithin(quietPeriod, modified, now);
    }

    /** The agency that a folder means; none has a code that begins with {@code _}, which sets a folder aside. */
    static Optional<String> agency(String folder, Function<String, Optional<String>> agencyOfFolder) {
        return folder.startsWith("_") ? Optional.empty() : agencyOfFolder.apply(folder);
    }

    public static boolean changedWithin(Duration period, Instant modified, Instant now) {
        return modified.plus(period).isAfter(now) && !modified.isAfter(now.plus(period));
    }

    public Path path(Seen seen) throws IOException {
        Path folder = seen.folder().isEmpty() ? root : DiskName.in(root, seen.folder());
        if (seen.text()) {
            return DiskName.in(folder, seen.name());
        }
        Map<String, Path> found = nameless.get(seen.folder());
        if (found == null) {
            found = new HashMap<>();
            for (Path file : entries(folder)) {
                if (!DiskName.isText(file)) {
                    found.putIfAbsent(DiskName.of(file), file);
                }
            }
            nameless.put(seen.folder(), found);
        }
        Path file = found.get(seen.name());
        return file == null ? DiskName.in(folder, seen.name()) : file;
    }

    /** Is this still the file that was seen? */
    public boolean isStill(Seen seen) throws IOException {
        BasicFileAttributes attributes = attributes(path(seen));
        return attributes != null
                && attributes.isRegularFile() == seen.regular()
                && attributes.size() == seen.size()
                && attributes.lastModifiedTime().toMillis() == seen.modified();
    }

    /** By the time at which the system made its entry, which nobody sets; where there is none, it was not. */
    boolean wasPutThereAfter(Seen seen, Instant time) throws IOException {
        Path file = path(seen);
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return false;
        }
        try {
            FileTime made = (FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
            return made.toInstant().isAfter(time);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Removes the file that was seen; another that has taken its name stays. So does what can't be removed, in an inbox that
     * is read-only: the next night takes it again and finds it unchanged.
     */
    public void remove(Seen seen) throws IOException {
        try {
            if (isStill(seen)) {
                Files.deleteIfExists(path(seen));
            }
        } catch (FileSystemException e) {
            return;
        }
    }

    private static @Nullable BasicFileAttributes attributes(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
