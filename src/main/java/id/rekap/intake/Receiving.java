package id.rekap.intake;

import id.rekap.intake.Inbox.Seen;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes files from the inbox into the archive. Everything that the inbox shows is recorded first; a file leaves the inbox
 * only after its copy and its record are safe, and only if it is still the file that was copied.
 */
public final class Receiving {
    private final Inbox inbox;
    private final Archive archive;
    private final Takings takings;

    public Receiving(Path home, Duration quietPeriod, JdbcTemplate jdbc) {
        this.inbox = new Inbox(home.resolve("inbox"), quietPeriod);
        this.archive = new Archive(home.resolve("archive"));
        this.takings = new Takings(jdbc);
    }

    /** A file and its copy; no copy where it may not be read, or has vanished or changed since it was seen. */
    public record Copied(Seen seen, Archive.@Nullable Copy copy, boolean closed) {
        String state() {
            return closed ? "CLOSED" : copy == null ? "LEFT" : "ARCHIVED";
        }

        @Override
        public String toString() {
            return "a file of folder " + seen.folder();
        }
    }

    /**
     * Looks at the inbox, once for a taking: what comes later waits for the next night.
     *
     * @return false where this taking has looked before
     */
    public boolean list(LocalDate date, int take, Instant now, Function<String, Optional<String>> agencyOfFolder)
            throws IOException {
        archive.sweep();
        if (takings.isListed(date, take)) {
            return false;
        }
        clear();
        takings.list(date, take, inbox.files(now), agencyOfFolder);
        return true;
    }

    public List<Seen> left(LocalDate date, int take) {
        return takings.seen(date, take);
    }

    public Copied copy(Seen seen) throws IOException {
        if (!inbox.isStill(seen)) {
            return new Copied(seen, null, false);
        }
        Path file = inbox.path(seen.folder(), seen.name());
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            Archive.Copy copy = archive.copy(in);
            return new Copied(seen, inbox.isStill(seen) ? copy : null, false);
        } catch (NoSuchFileException e) {
            return new Copied(seen, null, false);
        } catch (AccessDeniedException e) {
            // Of the file itself: what goes wrong in the archive has to end the step.
            if (!file.toString().equals(e.getFile())) throw e;
            return new Copied(seen, null, true);
        }
    }

    /** Makes copies durable, names them, and records them in the caller's transaction. */
    public void keep(LocalDate date, int take, List<? extends Copied> copies) throws IOException {
        archive.keepAll(copies.stream().map(Copied::copy).toList());
        takings.archived(date, take, List.copyOf(copies));
    }

    /** A later date has been run: this taking takes no more. */
    public void leaveRest(LocalDate date, int take) {
        takings.leaveRest(date, take);
    }

    /** Removes from the inbox what is archived and recorded, of this and of any taking that a crash cut short. */
    public void clear() throws IOException {
        for (Seen seen : takings.toRemove()) {
            inbox.remove(seen);
        }
    }

    public void done(LocalDate date, int take) {
        takings.done(date, take);
    }
}
