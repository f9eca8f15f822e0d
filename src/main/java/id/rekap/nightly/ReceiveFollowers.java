package id.rekap.nightly;

import id.rekap.evidence.ExportProblem;
import id.rekap.evidence.FollowerAnswers;
import id.rekap.evidence.FollowerExports;
import id.rekap.evidence.FollowerExports.Export;
import id.rekap.evidence.FollowerNames;
import id.rekap.evidence.FollowersExport;
import id.rekap.intake.AccountFolders.Folder;
import id.rekap.lock.InboxLock;
import id.rekap.reconcile.EvidenceArrivals;
import id.rekap.reconcile.FollowersArrived;
import id.rekap.reconcile.HandleLookup;
import id.rekap.reconcile.LastIntakeBatch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the exports of official accounts, in the step that crosses agencies: their names are in memory until then at most.
 * What the step has recorded leaves the inbox after it is committed; what a crash left there then is known by its marks.
 */
final class ReceiveFollowers implements StepExecutionListener, EvidenceArrivals {
    private final RunContext night;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final FollowerInbox folders;
    private final FollowerExports exports;
    private final ExportsAhead ahead;
    private final List<Folder> waiting = new ArrayList<>();
    private @Nullable InboxLock inbox;

    /** @param ahead what was read before lists were judged */
    ReceiveFollowers(RunContext night, JdbcTemplate jdbc, TransactionTemplate transaction, ExportsAhead ahead) {
        this.night = night;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.folders = new FollowerInbox(night, jdbc);
        this.exports = new FollowerExports(jdbc);
        this.ahead = ahead;
    }

    @Override
    public void beforeStep(StepExecution step) {
        FaultRedaction.call(() -> {
            waiting.clear();
            if (!folders.isTaken() || (folders.isEmpty() && exports.leftBehind().isEmpty())) {
                return null;
            }
            InboxLock.take(jdbc, transaction, night.lock(), InboxLock.PATIENCE, night.progress()::waits)
                    .ifPresent(taken -> inbox = taken);
            InboxLock owner = inbox;
            if (owner != null) {
                clear(owner);
                waiting.addAll(folders.waiting());
            }
            return null;
        });
    }

    @Override
    public boolean isAny() {
        return !waiting.isEmpty();
    }

    @Override
    public void take(HandleLookup handles) {
        InboxLock owner = inbox;
        if (owner == null) {
            throw new IllegalStateException("Exports are taken by the owner of the inbox only");
        }
        owner.check();
        List<Folder> named = waiting.stream()
                .filter(folder -> folders.account(folder) != null)
                .toList();
        ahead.read().read(named, FollowerNames.MOST);
        boolean isTogether = named.stream().allMatch(folder -> ahead.read().of(folder) != null);
        if (isTogether) {
            answer(waiting.stream().map(folder -> record(folder, read(folder))).toList(), handles);
        } else {
            ahead.forget();
            waiting.forEach(folder -> answer(List.of(record(folder, read(folder))), handles));
        }
        ahead.forget();
    }

    private FollowersExport read(Folder folder) {
        if (folders.account(folder) == null) {
            return FollowersExport.unread(ExportProblem.ACCOUNT_UNKNOWN);
        }
        FollowersExport read = ahead.read().of(folder);
        return read == null ? ahead.read().read(folder, FollowerNames.MOST) : read;
    }

    private record Recorded(Export export, FollowerNames names) {}

    private Recorded record(Folder folder, FollowersExport read) {
        String account = Objects.requireNonNullElse(folders.account(folder), folder.account());
        int batch = LastIntakeBatch.of(night.run().ref(), jdbc);
        return new Recorded(
                exports.write(night.run().date(), batch, account, read, ExportsRead.marks(folder)), read.names());
    }

    private void answer(List<Recorded> recorded, HandleLookup handles) {
        Map<String, FollowerExports.Key> keys = new HashMap<>();
        List<FollowersArrived> arrived = new ArrayList<>();
        for (Recorded one : recorded) {
            LocalDate day = one.export().exportedOn();
            if (one.export().isComplete() && day != null) {
                keys.put(one.export().account(), one.export().key());
                arrived.add(new FollowersArrived(one.export().account(), day, one.names()));
            }
        }
        FollowerAnswers answers = new FollowerAnswers(jdbc, night.mandate().id());
        handles.in(arrived, ahead.looked())
                .forEach(
                        (account, looked) -> answers.write(account, Objects.requireNonNull(keys.get(account)), looked));
    }

    /** What is recorded leaves the inbox. */
    private void clear(InboxLock owner) {
        transaction.executeWithoutResult(s -> FaultRedaction.call(() -> {
            Collection<String> left = exports.leftBehind();
            if (!left.isEmpty()) {
                owner.check();
                folders.remove(left);
                exports.cleared();
            }
            return null;
        }));
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        ahead.forget();
        InboxLock owner = inbox;
        if (owner == null) {
            return null;
        }
        try {
            if (step.getStatus() == BatchStatus.COMPLETED) {
                clear(owner);
            }
        } catch (RuntimeException e) {
            // Batch would log it and go on
            step.setStatus(BatchStatus.FAILED);
            step.addFailureException(e);
            return ExitStatus.FAILED;
        } finally {
            owner.close();
            inbox = null;
        }
        return null;
    }
}
