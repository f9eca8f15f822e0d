package id.rekap.nightly;

import id.rekap.intake.AccountFolders;
import id.rekap.intake.AccountFolders.Folder;
import id.rekap.mandate.Mandate;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The exports of official accounts that lie in the inbox, as far as they are this run's. */
final class FollowerInbox {
    private final RunContext night;
    private final JdbcTemplate jdbc;
    private final AccountFolders folders;

    /** As mandates write them, by their small letters. */
    private final Map<String, String> accounts;

    FollowerInbox(RunContext night, JdbcTemplate jdbc) {
        this.night = night;
        this.jdbc = jdbc;
        this.folders = new AccountFolders(
                night.home(), Duration.ofSeconds(night.run().settings().quietSeconds()));
        this.accounts = accounts(List.of(night.mandate()));
    }

    private static Map<String, String> accounts(List<Mandate> mandates) {
        Map<String, String> accounts = new HashMap<>();
        mandates.stream()
                .flatMap(mandate -> mandate.accounts().stream())
                .forEach(account -> accounts.put(account.toLowerCase(Locale.ROOT), account));
        return accounts;
    }

    boolean isEmpty() throws IOException {
        return folders.look(night.clock().instant()).isEmpty();
    }

    /** Only a run of the newest date, like lists; of a batch that the archive gave back nothing lies in the inbox. */
    boolean isTaken() {
        return night.run().batch() != null
                && !new RunStore(jdbc).hasLater(night.run().date())
                && !new RunIntake(jdbc).isGivenBack(night.run());
    }

    /** Of an account that only another mandate names, that one's run takes it; what still grows waits as a whole. */
    List<Folder> waiting() throws IOException {
        Set<String> others = accounts(night.others()).keySet();
        return folders.look(night.clock().instant()).stream()
                .filter(folder -> !folder.isGrowing())
                .filter(folder -> account(folder) != null || !others.contains(folder.account()))
                .toList();
    }

    /** The account as the mandate writes it; null: it names none. */
    @Nullable
    String account(Folder folder) {
        return accounts.get(folder.account());
    }

    void remove(Collection<String> marks) throws IOException {
        folders.remove(marks);
    }
}
