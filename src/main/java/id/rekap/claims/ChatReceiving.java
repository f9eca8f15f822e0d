package id.rekap.claims;

import id.rekap.files.Fence;
import id.rekap.intake.Archive;
import id.rekap.intake.Inbox;
import id.rekap.value.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes chats from the inbox: what is kept of one, and recorded, has no sender any more, and its file leaves the inbox after
 * that is committed. One process at a time: the caller owns the inbox.
 */
public final class ChatReceiving {
    /** Days of reports that are recorded of a chat that goes back further: more than any night asks for. */
    public static final int RECORDED_DAYS = 400;

    /** Reports of one chat: each is in memory once. */
    static final int MOST_REPORTS = 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(ChatReceiving.class);

    private final Inbox inbox;
    private final Archive archive;
    private final ChatRows rows;
    private final Fence fence;

    public ChatReceiving(Path home, Duration quietPeriod, JdbcTemplate jdbc, Fence fence) {
        this.inbox = new Inbox(home.resolve("inbox"), quietPeriod);
        this.archive = new Archive(home.resolve("archive"));
        this.rows = new ChatRows(jdbc);
        this.fence = fence;
    }

    /**
     * A chat that was read and is to be recorded, or whose like is recorded.
     *
     * @param stays in the inbox: nothing of it could be kept
     */
    public record Taken(Inbox.Seen seen, Optional<ReadChat> fresh, boolean stays) {
        @Override
        public String toString() {
            return "a chat";
        }
    }

    /** Complete files, by name. */
    public List<Inbox.Seen> waiting(Instant now) throws IOException {
        return inbox.chats(now);
    }

    /**
     * Reads a chat and keeps it without its senders.
     *
     * @return nothing where the file has vanished or changed since it was seen: it waits for the next night
     */
    public Optional<Taken> read(Inbox.Seen seen, LocalDate receivedOn, AgencyNames names) throws IOException {
        fence.look();
        if (!inbox.isStill(seen)) return Optional.empty();
        Set<String> recorded = new TreeSet<>(rows.recordedOfUnfinished());
        Path file = inbox.path(seen);
        if (!seen.regular()) return unread(seen, ChatReading.Refusal.NO_FILE, recorded);
        String original;
        try {
            original = Sha256.hex(file, LinkOption.NOFOLLOW_LINKS);
        } catch (AccessDeniedException e) {
            return unread(seen, ChatReading.Refusal.CLOSED, recorded);
        }
        if (recorded.contains(original)) return Optional.of(new Taken(seen, Optional.empty(), false));
        try {
            ReadChat chat = read(seen, original, file, receivedOn, names);
            return inbox.isStill(seen) ? Optional.of(new Taken(seen, Optional.of(chat), false)) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw e;
        } catch (StackOverflowError | RuntimeException e) {
            // no copy without its senders could be made, so the file stays
            failed(receivedOn, e);
            return unread(seen, ChatReading.Refusal.FAILED, recorded);
        }
    }

    private static void failed(LocalDate receivedOn, Throwable e) {
        LOG.error(
                "A chat of {} was refused, since reading it failed: {} at {}; please report it",
                receivedOn,
                e.getClass().getSimpleName(),
                e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]);
    }

    private Optional<Taken> unread(Inbox.Seen seen, ChatReading.Refusal why, Set<String> recorded) {
        String known = Sha256.hex(seen.name());
        boolean isRecorded = recorded.contains(known);
        return Optional.of(new Taken(
                seen,
                isRecorded
                        ? Optional.empty()
                        : Optional.of(new ReadChat(
                                RefusedName.of(seen.name()), known, null, ChatReading.refused(why), List.of())),
                why != ChatReading.Refusal.NO_FILE));
    }

    /** Written without its senders by one thread while another reads its reports: each goes through all of a long text. */
    private ReadChat read(Inbox.Seen seen, String original, Path file, LocalDate receivedOn, AgencyNames names)
            throws IOException {
        try (ChatFile chat = ChatFile.open(file, receivedOn, names)) {
            List<ChatReport> reports = new ArrayList<>();
            CompletableFuture<String> writing = CompletableFuture.supplyAsync(() -> keep(chat));
            ChatReading reading;
            try {
                reading = reading(chat, receivedOn, reports);
            } finally {
                // it reads what is closed then
                writing.handle((kept, e) -> "").join();
            }
            if (reports.size() > MOST_REPORTS) reading = ChatReading.refused(ChatReading.Refusal.TOO_MANY_REPORTS);
            if (reading.refusal().isPresent()) reports.clear();
            return new ReadChat(chat.redacted(seen.name()), original, kept(writing), reading, reports);
        }
    }

    private String keep(ChatFile chat) {
        try {
            return archive.keep(fence.token(), chat::redact);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kept(CompletableFuture<String> writing) throws IOException {
        try {
            return writing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) throw io.getCause();
            if (e.getCause() instanceof RuntimeException own) throw own;
            if (e.getCause() instanceof Error own) throw own;
            throw e;
        }
    }

    private static ChatReading reading(ChatFile chat, LocalDate receivedOn, List<ChatReport> reports)
            throws IOException {
        try {
            return chat.read(receivedOn.minusDays(RECORDED_DAYS - 1L), report -> {
                if (reports.size() <= MOST_REPORTS) reports.add(report);
            });
        } catch (StackOverflowError | RuntimeException e) {
            // of its own kind: the other files are read
            failed(receivedOn, e);
            return ChatReading.refused(ChatReading.Refusal.FAILED);
        }
    }

    /** Records a chat, in the caller's transaction. */
    public void record(Taken taken, LocalDate receivedOn, int batch) {
        fence.check();
        taken.fresh().ifPresent(chat -> rows.write(receivedOn, batch, chat));
    }

    /** After that was committed; never one of which nothing could be kept. */
    public void remove(Taken taken) throws IOException {
        fence.look();
        if (!taken.stays()) inbox.remove(taken.seen());
    }
}
