package id.rekap.nightly;

import id.rekap.evidence.ExportProblem;
import id.rekap.evidence.ExportReader;
import id.rekap.evidence.FollowerAnswers;
import id.rekap.evidence.FollowerExports;
import id.rekap.evidence.FollowerExports.Export;
import id.rekap.evidence.FollowersExport;
import id.rekap.intake.AccountFolders;
import id.rekap.intake.AccountFolders.Folder;
import id.rekap.intake.AccountFolders.Lying;
import id.rekap.intake.MemoryRetry;
import id.rekap.lock.InboxLock;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.EvidenceArrivals;
import id.rekap.reconcile.HandleLookup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the exports of official accounts, in the step that crosses agencies: their names are in memory there, and nowhere else.
 * What the step has recorded leaves the inbox after it is committed; what a crash left there then is known by its marks.
 */
final class ReceiveFollowers implements StepExecutionListener, EvidenceArrivals {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveFollowers.class);

    private final RunContext night;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AccountFolders folders;
    private final FollowerExports exports;
    private final List<Folder> waiting = new ArrayList<>();
    private @Nullable InboxLock inbox;

    ReceiveFollowers(RunContext night, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.night = night;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.folders = new AccountFolders(
                night.home(), Duration.ofSeconds(night.run().settings().quietSeconds()));
        this.exports = new FollowerExports(jdbc);
    }

    @Override
    public void beforeStep(StepExecution step) {
        FaultRedaction.call(() -> {
            waiting.clear();
            if (!isTaking() || isNothingThere()) {
                return null;
            }
            InboxLock.take(jdbc, transaction, night.lock(), InboxLock.PATIENCE, night.progress()::waits)
                    .ifPresent(taken -> inbox = taken);
            InboxLock owner = inbox;
            if (owner != null) {
                clear(owner);
                look();
            }
            return null;
        });
    }

    private boolean isNothingThere() throws IOException {
        return folders.look(night.clock().instant()).isEmpty()
                && exports.leftBehind().isEmpty();
    }

    /** Only a run of the newest date, like lists; of a batch that the archive gave back nothing lies in the inbox. */
    private boolean isTaking() {
        return night.run().batch() != null
                && !new RunStore(jdbc).hasLater(night.run().date())
                && !new RunIntake(jdbc).isGivenBack(night.run());
    }

    /** Of an account that only another mandate names, that one's run takes it; what still grows waits as a whole. */
    private void look() throws IOException {
        Set<String> own = accounts(List.of(night.mandate())).keySet();
        Set<String> others = accounts(night.others()).keySet();
        for (Folder folder : folders.look(night.clock().instant())) {
            boolean isOthers = !own.contains(folder.account()) && others.contains(folder.account());
            if (!folder.isGrowing() && !isOthers) {
                waiting.add(folder);
            }
        }
    }

    /** As mandates write them, by their small letters. */
    private static Map<String, String> accounts(List<Mandate> mandates) {
        Map<String, String> accounts = new HashMap<>();
        mandates.stream()
                .flatMap(mandate -> mandate.accounts().stream())
                .forEach(account -> accounts.put(account.toLowerCase(Locale.ROOT), account));
        return accounts;
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
        int batch = new RunIntake(jdbc).last(night.run());
        LocalDate date = night.run().date();
        Map<String, String> accounts = accounts(List.of(night.mandate()));
        FollowerAnswers answers = new FollowerAnswers(jdbc, night.mandate().id());
        for (Folder folder : waiting) {
            String account = accounts.getOrDefault(folder.account(), folder.account());
            FollowersExport read = accounts.containsKey(folder.account())
                    ? read(folder)
                    : FollowersExport.unread(ExportProblem.ACCOUNT_UNKNOWN);
            Export export = exports.write(date, batch, account, read, marks(folder));
            LocalDate day = export.exportedOn();
            if (export.isComplete() && day != null) {
                answers.write(
                        account, export.key(), ConnectionKeepAlive.during(jdbc, () -> handles.in(read.names(), day)));
            }
        }
    }

    private static Collection<String> marks(Folder folder) {
        return folder.files().stream().map(Lying::mark).toList();
    }

    /** Whatever is wrong with an export, the night goes on without it; nothing of it is in what is said of that. */
    private FollowersExport read(Folder folder) {
        List<Path> files =
                folder.files().stream().filter(Lying::regular).map(Lying::file).toList();
        if (!files.stream().allMatch(Files::isReadable)) {
            return FollowersExport.unread(ExportProblem.CLOSED);
        }
        try {
            return ConnectionKeepAlive.during(
                    jdbc,
                    () -> MemoryRetry.of(() -> {
                        try {
                            return ExportReader.read(files);
                        } catch (IOException e) {
                            throw new UncheckedIOException("An export in the inbox cannot be read", e);
                        }
                    }));
        } catch (UncheckedIOException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            return FollowersExport.unread(ExportProblem.TOO_LARGE);
        } catch (StackOverflowError | RuntimeException e) {
            LOG.error(
                    "An export of {} was refused, since reading it failed: {} at {}; please report it",
                    night.run().date(),
                    e.getClass().getSimpleName(),
                    Stream.of(e.getStackTrace())
                            .findFirst()
                            .map(StackTraceElement::toString)
                            .orElse("?"));
            return FollowersExport.unread(ExportProblem.FAILED);
        }
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
