package id.rekap.intake;

import id.rekap.files.Fence;
import id.rekap.intake.Inbox.Seen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes files from the inbox into the archive. Everything that the inbox shows is recorded first; a file leaves the inbox
 * only after its copy and its record are safe, and only if it is still the file that was copied. One process at a time: the
 * caller owns the inbox; one that has lost it without knowing stops at the next file.
 */
public final class InboxReceiver {
    private final Inbox inbox;
    private final Archive archive;
    private final Journal journal;
    private final JournalRows rows;
    private final IntakeRecords records;
    private final Fence fence;
    private final KeptInstead keptInstead;
    private volatile Map<SeenFile, KnownFile> known = Map.of();

    /** What the archive keeps of a file that tells of people who are no business of Rekap's. */
    public interface KeptInstead {
        /** Null where it may be kept as it is. */
        byte @Nullable [] of(Path file, String name);
    }

    public InboxReceiver(Path home, Duration quietPeriod, JdbcTemplate jdbc, Fence fence, KeptInstead keptInstead) {
        this.inbox = new Inbox(home.resolve("inbox"), quietPeriod);
        this.archive = new Archive(home.resolve("archive"));
        this.journal = new Journal(home.resolve("archive"));
        this.rows = new JournalRows(jdbc);
        this.records = new IntakeRecords(jdbc);
        this.fence = fence;
        this.keptInstead = keptInstead;
    }

    /** A file and its copy; no copy where it may not be read, or has vanished or changed since it was seen. */
    public record Copied(SeenFile listed, Archive.@Nullable Copy copy, boolean closed) {
        String state() {
            return closed ? "CLOSED" : copy == null ? "LEFT" : listed.seen().text() ? "ARCHIVED" : "UNSAFE";
        }

        @Override
        public String toString() {
            return listed.toString();
        }
    }

    /** Removes what others left half copied. Where this process owns the inbox no longer, it ends here. */
    public void sweep() throws IOException {
        fence.check();
        archive.sweep(fence.token());
    }

    /**
     * Looks at the inbox, once for a batch: what comes later waits for the next night. What a batch before this one has
     * seen and not copied yet stays its own, so that an agency's drop is one drop whoever takes it. In the caller's
     * transaction, after {@link #sweep}.
     *
     * @return false where this batch has looked before
     */
    public boolean list(LocalDate date, int batch, Instant now, Function<String, Optional<String>> agencyOfFolder)
            throws IOException {
        if (records.isListed(date, batch)) {
            return false;
        }
        if (records.isFromArchive(date, batch)) {
            records.list(date, batch, List.of(), agencyOfFolder);
            return true;
        }
        clear();
        Set<Seen> seenBefore = records.left().stream().map(SeenFile::seen).collect(Collectors.toSet());
        List<Seen> files = inbox.files(now).stream()
                .filter(file -> !seenBefore.contains(file))
                .toList();
        records.list(date, batch, files, agencyOfFolder);
        return true;
    }

    /** Has the archive given this batch back? Then its files lie in no inbox. */
    public boolean isFromArchive(LocalDate date, int batch) {
        return records.isFromArchive(date, batch);
    }

    /** What is to be copied, of this batch and of any that a crash cut short. */
    public List<SeenFile> left() {
        known = records.known();
        return records.left();
    }

    public Copied copy(SeenFile listed) throws IOException {
        fence.look();
        Seen seen = listed.seen();
        if (!inbox.isStill(seen)) {
            return new Copied(listed, null, false);
        }
        Path file = inbox.path(seen);
        byte[] instead = keptInstead.of(file, seen.name());
        try (InputStream in = instead == null
                ? Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)
                : new ByteArrayInputStream(instead)) {
            Archive.Copy copy = archive.copy(in, fence.token(), known.get(listed));
            return new Copied(listed, inbox.isStill(seen) ? copy : null, false);
        } catch (NoSuchFileException e) {
            return new Copied(listed, null, false);
        } catch (AccessDeniedException e) {
            // Of the file itself: what goes wrong in the archive has to end the step.
            if (!file.toString().equals(e.getFile())) throw e;
            return new Copied(listed, null, true);
        }
    }

    /** Makes copies durable, names them, and records them in the caller's transaction. */
    public void keep(List<? extends Copied> copies) throws IOException {
        fence.check();
        archive.keepAll(copies.stream().map(Copied::copy).toList());
        records.archived(List.copyOf(copies));
    }

    /**
     * Removes from the inbox what is archived and recorded, of this and of any batch that a crash cut short; once the
     * archive's journal has it.
     */
    private void clear() throws IOException {
        note();
        for (Seen seen : records.toRemove()) {
            fence.look();
            inbox.remove(seen);
        }
    }

    private void note() throws IOException {
        try {
            if (journal.exists()) {
                journal.append(rows.open());
            } else {
                journal.begin(fence.token(), rows::all);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new IOException(
                    "The journal of the archive cannot be written. Make room or correct its rights, then restart", e);
        }
    }

    /** Empties the inbox of what is taken, in the caller's transaction: nobody else can own it before that ends. */
    public void finish() throws IOException {
        fence.check();
        clear();
        records.done();
    }
}
