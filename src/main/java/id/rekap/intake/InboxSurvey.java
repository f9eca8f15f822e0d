package id.rekap.intake;

import id.rekap.intake.Inbox.Seen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** What lies in the inbox now, and why a night has not taken it; nothing is moved or written. */
public final class InboxSurvey {
    private final Inbox inbox;
    private final AccountFolders accounts;
    private final IntakeRecords records;

    public InboxSurvey(Path home, Duration quietPeriod, JdbcTemplate jdbc) {
        this.inbox = new Inbox(home.resolve("inbox"), quietPeriod);
        this.accounts = new AccountFolders(home, quietPeriod);
        this.records = new IntakeRecords(jdbc);
    }

    /** Why something lies there. */
    public enum Why {
        /** Complete, in an agency's folder, that of chats or that of an official account. */
        WAITS,
        TOO_YOUNG,
        /** The last batch has it, and could not read it or take it away. */
        NOT_REMOVED,
        SUBFOLDER,
        /** In the inbox itself. */
        LOOSE,
        FOLDER_OF_NOBODY,
        LEFT_ALONE
    }

    /** All of a kind, and one of them by its place in the inbox. */
    public record Lying(Why why, int count, String first) {}

    public List<Lying> look(Instant now, Function<String, Optional<String>> agencyOfFolder) throws IOException {
        Inbox.Entries entries = inbox.entries(now);
        Map<Why, List<Seen>> all = new EnumMap<>(Why.class);
        entries.tooYoung().forEach(seen -> add(all, Why.TOO_YOUNG, seen));
        entries.leftAlone().forEach(seen -> add(all, Why.LEFT_ALONE, seen));
        List<Seen> ripe = entries.ripe();
        Set<Seen> taken = stillThere(ripe.isEmpty() ? Set.of() : records.lastTaken());
        for (Seen seen : ripe) {
            add(all, why(seen, taken, agencyOfFolder), seen);
        }
        Inbox.Entries chats = inbox.chatEntries(now);
        chats.tooYoung().forEach(seen -> add(all, Why.TOO_YOUNG, seen));
        chats.leftAlone().forEach(seen -> add(all, Why.LEFT_ALONE, seen));
        chats.ripe().stream().filter(seen -> !seen.isSubfolder()).forEach(seen -> add(all, Why.WAITS, seen));
        List<Lying> found = new ArrayList<>();
        all.forEach(
                (why, seen) -> found.add(new Lying(why, seen.size(), seen.get(0).place())));
        for (AccountFolders.Folder folder : accounts.look(now)) {
            String place = AccountFolders.FOLDER + "/" + folder.account();
            found.add(new Lying(
                    folder.isGrowing() ? Why.TOO_YOUNG : Why.WAITS,
                    folder.files().size(),
                    place));
        }
        return found;
    }

    /** Without those that somebody has put there again since, with the same time of last change. */
    private Set<Seen> stillThere(Set<Seen> taken) throws IOException {
        Instant begun = taken.isEmpty() ? Instant.MAX : records.lastBegun();
        Set<Seen> still = new HashSet<>();
        for (Seen seen : taken) {
            if (!inbox.wasPutThereAfter(seen, begun)) {
                still.add(seen);
            }
        }
        return still;
    }

    private static Why why(Seen seen, Set<Seen> taken, Function<String, Optional<String>> agencyOfFolder) {
        if (seen.isSubfolder()) {
            return Why.SUBFOLDER;
        }
        if (seen.folder().isEmpty()) {
            return Why.LOOSE;
        }
        if (Inbox.agency(seen.folder(), agencyOfFolder).isEmpty()) {
            return Why.FOLDER_OF_NOBODY;
        }
        return taken.contains(seen) ? Why.NOT_REMOVED : Why.WAITS;
    }

    private static void add(Map<Why, List<Seen>> all, Why why, Seen seen) {
        all.computeIfAbsent(why, w -> new ArrayList<>()).add(seen);
    }
}
