package id.rekap.nightly;

import id.rekap.claims.AgencyNames;
import id.rekap.claims.ChatReceiving;
import id.rekap.claims.ChatReceiving.Taken;
import id.rekap.files.Fence;
import id.rekap.intake.Inbox;
import id.rekap.reconcile.LastIntakeBatch;
import id.rekap.register.Agencies;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the chats that lie in the inbox, one after the other, each in a transaction of its own. A chat that is recorded and
 * still lies there after a crash is not taken twice.
 */
final class ReceiveChats {
    private final RunContext night;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ChatReceiving chats;

    ReceiveChats(RunContext night, JdbcTemplate jdbc, TransactionTemplate transaction, Fence owner) {
        this.night = night;
        this.jdbc = jdbc;
        this.transaction = transaction;
        Duration quiet = Duration.ofSeconds(night.run().settings().quietSeconds());
        this.chats = new ChatReceiving(night.home(), quiet, jdbc, owner);
    }

    /** Only for the newest date, like lists. */
    void batch() throws IOException {
        LocalDate date = night.run().date();
        RunIntake records = new RunIntake(jdbc);
        List<Inbox.Seen> waiting = chats.waiting(night.clock().instant());
        if (waiting.isEmpty() || new RunStore(jdbc).hasLater(date) || records.isGivenBack(night.run())) return;
        int batch = LastIntakeBatch.of(night.run().ref(), jdbc);
        AgencyNames names = new AgencyNames(new Agencies(jdbc).on(date));
        for (Inbox.Seen seen : waiting) {
            if (night.lock().isStopAsked()) return;
            Optional<Taken> read = chats.read(seen, date, names);
            if (read.isEmpty()) continue;
            transaction.executeWithoutResult(s -> chats.record(read.get(), date, batch));
            chats.remove(read.get());
        }
    }
}
