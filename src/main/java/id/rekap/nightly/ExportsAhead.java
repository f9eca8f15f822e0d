package id.rekap.nightly;

import id.rekap.evidence.FollowerExports;
import id.rekap.evidence.FollowersExport;
import id.rekap.intake.AccountFolders.Folder;
import id.rekap.reconcile.FollowersArrived;
import id.rekap.reconcile.LastIntakeBatch;
import id.rekap.reconcile.LookedAhead;
import id.rekap.reconcile.NightStore;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the exports of official accounts before lists are judged, so that each is looked up in the pass that judges it. The
 * inbox is nobody's yet: what is taken, and what becomes of it, is settled when agencies are crossed.
 */
final class ExportsAhead implements StepExecutionListener {
    /**
     * Names that may be in memory beside the lists that are judged: an eighth of the heap. Larger ones come when they are
     * taken.
     */
    private static final int MOST = 2_000_000;

    private final RunContext night;
    private final JdbcTemplate jdbc;
    private final FollowerInbox inbox;
    private final FollowerExports exports;
    private final ExportsRead read;
    private volatile LookedAhead ahead = LookedAhead.NONE;

    ExportsAhead(RunContext night, JdbcTemplate jdbc) {
        this.night = night;
        this.jdbc = jdbc;
        this.inbox = new FollowerInbox(night, jdbc);
        this.exports = new FollowerExports(jdbc);
        this.read = new ExportsRead(night.run().date());
    }

    @Override
    public void beforeStep(StepExecution step) {
        FaultRedaction.call(() -> {
            forget();
            if (inbox.isTaken() && !inbox.isEmpty()) {
                look();
            }
            return null;
        });
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        if (step.getStatus() != BatchStatus.COMPLETED) {
            forget();
        }
        return null;
    }

    private void look() throws IOException {
        Collection<String> left = exports.leftBehind();
        List<Folder> coming = inbox.waiting().stream()
                .filter(folder -> inbox.account(folder) != null)
                .filter(folder -> ExportsRead.marks(folder).stream().noneMatch(left::contains))
                .toList();
        read.read(coming, MOST);
        List<FollowersArrived> arriving = new ArrayList<>();
        for (Folder folder : coming) {
            arriving(folder).ifPresent(arriving::add);
        }
        ahead = LookedAhead.in(arriving, night.run().ref(), jdbc);
    }

    /** Where it will be the one that proves who follows. */
    private Optional<FollowersArrived> arriving(Folder folder) {
        String account = inbox.account(folder);
        FollowersExport export = read.of(folder);
        LocalDate date = night.run().date();
        LocalDate day = export == null ? null : FollowerExports.day(export, date);
        int batch = LastIntakeBatch.of(night.run().ref(), jdbc);
        int days = night.run().settings().evidenceDays();
        return account != null
                        && export != null
                        && export.isComplete()
                        && day != null
                        && exports.wouldHold(account, day, date, batch, days)
                ? Optional.of(new FollowersArrived(account, day, export.names()))
                : Optional.empty();
    }

    /** Agencies of a shard that are to be judged, or whose lists are to be looked up, by code. */
    List<String> toReconcile(int shard) {
        NightStore nights = new NightStore(jdbc);
        return ahead.isAny()
                ? nights.toReconcileOrLookUp(night.run().ref(), shard)
                : nights.toReconcile(night.run().ref(), shard);
    }

    /** The exports in which lists are looked up while they are judged, and what was found. */
    LookedAhead looked() {
        return ahead;
    }

    ExportsRead read() {
        return read;
    }

    /** Nobody's name is kept. */
    void forget() {
        ahead = LookedAhead.NONE;
        read.forget();
    }
}
