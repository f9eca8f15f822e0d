package id.rekap.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The folders of official accounts in the inbox. What lies in one is one export, subfolders included. It tells of people who
 * are no business of Rekap's: whatever it is, it goes. Links are never followed.
 */
public final class AccountFolders {
    static final String FOLDER = "_followers";

    private final Path root;
    private final Duration quietPeriod;

    /** @param quietPeriod a file that changed within it may still be written to */
    public AccountFolders(Path home, Duration quietPeriod) {
        this.root = home.resolve("inbox").resolve(FOLDER);
        this.quietPeriod = quietPeriod;
    }

    /**
     * What lies there of one account.
     *
     * @param account the folder's name in small letters, without {@code @}; empty for files that lie in no folder
     * @param files all of them, in order of their places, but those that the inbox leaves alone
     * @param isGrowing one of them changed within the quiet period: the others may wait for more
     */
    public record Folder(String account, List<Lying> files, boolean isGrowing) {
        @Override
        public String toString() {
            return files.size() + " files";
        }
    }

    /**
     * A file, or a link.
     *
     * @param mark of its place, size and time of change: what takes its place later has another
     */
    public record Lying(Path file, boolean regular, String mark) {
        @Override
        public String toString() {
            return "a file of an export";
        }
    }

    /** By account; none where nothing lies. */
    public List<Folder> look(Instant now) throws IOException {
        Map<String, List<Lying>> files = new TreeMap<>();
        Set<String> growing = new HashSet<>();
        each((file, attributes) -> {
            String account = account(file);
            files.computeIfAbsent(account, a -> new ArrayList<>())
                    .add(new Lying(file, attributes.isRegularFile(), mark(file, attributes)));
            if (attributes.isRegularFile()
                    && Inbox.changedWithin(
                            quietPeriod, attributes.lastModifiedTime().toInstant(), now)) {
                growing.add(account);
            }
        });
        List<Folder> folders = new ArrayList<>();
        files.forEach((account, own) -> {
            own.sort((a, b) -> a.file().compareTo(b.file()));
            folders.add(new Folder(account, own, growing.contains(account)));
        });
        return folders;
    }

    /**
     * Removes these files, where they are still those that were seen, and folders that are empty then but for those of
     * accounts. What cannot be removed, in an inbox that is read-only, stays.
     */
    public void remove(Collection<String> marks) throws IOException {
        Set<String> seen = new HashSet<>(marks);
        each((file, attributes) -> {
            if (seen.contains(mark(file, attributes))) {
                removed(file);
            }
        });
    }

    private void removed(Path file) {
        try {
            Files.deleteIfExists(file);
            Path folder = file.getParent();
            while (folder != null && folder.getNameCount() > root.getNameCount() + 1) {
                Files.deleteIfExists(folder);
                folder = folder.getParent();
            }
        } catch (DirectoryNotEmptyException e) {
            // others lie there
        } catch (IOException e) {
            // it is read as one more export the next night, and said so
        }
    }

    private interface Visitor {
        void visit(Path file, BasicFileAttributes attributes);
    }

    private void each(Visitor visitor) throws IOException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!IgnoredNames.is(DiskName.of(file))) {
                    visitor.visit(file, attributes);
                }
                return FileVisitResult.CONTINUE;
            }

            /** One that has just gone is gone; one that may not be looked into ends the night, which would keep silent of it. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw closed(file, e);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                if (e instanceof FileSystemException && !(e instanceof NoSuchFileException)) {
                    throw closed(folder, e);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static IOException closed(Path file, IOException e) {
        return new IOException("The folder " + file + " may not be read. Correct its rights, then restart", e);
    }

    private String account(Path file) {
        Path place = root.relativize(file);
        if (place.getNameCount() == 1) {
            return "";
        }
        String folder = DiskName.of(root.resolve(place.getName(0))).toLowerCase(Locale.ROOT);
        return folder.startsWith("@") ? folder.substring(1) : folder;
    }

    private String mark(Path file, BasicFileAttributes attributes) {
        String facts = String.join(
                "\u0000",
                root.toUri().relativize(file.toUri()).getRawPath(),
                Long.toString(attributes.size()),
                Long.toString(attributes.lastModifiedTime().toMillis()));
        return UUID.nameUUIDFromBytes(facts.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
