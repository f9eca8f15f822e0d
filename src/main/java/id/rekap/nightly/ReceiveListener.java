package id.rekap.nightly;

import id.rekap.evidence.ExportReader;
import id.rekap.intake.HeldLists;
import id.rekap.intake.InboxReceiver;
import id.rekap.intake.Withdrawals;
import id.rekap.lock.InboxLock;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import id.rekap.register.AgencyDirectory;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Around the step receive: takes the inbox, records what lies in it, and closes the batch. Only for the newest date. Who owns
 * the inbox also finishes what a run before it has seen and a crash has left there, under the date and batch that saw it.
 */
final class ReceiveListener implements StepExecutionListener {
    private final RunContext night;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final InboxSession session;

    ReceiveListener(RunContext night, JdbcTemplate jdbc, TransactionTemplate transaction, InboxSession session) {
        this.night = night;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.session = session;
    }

    @Override
    public void beforeStep(StepExecution step) {
        if (night.run().batch() == null) {
            return;
        }
        night.progress().step("receive");
        FaultRedaction.call(() -> {
            if (!new RunIntake(jdbc).hasTaken(night.run())) {
                // where it was asked to stop meanwhile, the step does before its first chunk
                InboxLock.take(jdbc, transaction, night.lock(), InboxLock.PATIENCE, night.progress()::waits)
                        .ifPresent(this::begin);
            }
            return null;
        });
    }

    private void begin(InboxLock taken) {
        InboxReceiver begun = new InboxReceiver(
                night.home(),
                Duration.ofSeconds(night.run().settings().quietSeconds()),
                jdbc,
                taken,
                ExportReader::keptInstead);
        session.begin(taken, begun);
        transaction.executeWithoutResult(s -> list(begun));
        FaultRedaction.call(() -> {
            new ReceiveChats(night, jdbc, transaction, taken).batch();
            return null;
        });
        session.left().addAll(begun.left());
        night.progress().expect(session.left().size());
    }

    private void list(InboxReceiver begun) {
        RunStore runs = new RunStore(jdbc);
        Run run = night.run();
        FaultRedaction.call(() -> {
            begun.sweep();
            Integer assigned = run.batch();
            int batch = assigned == null || assigned == 0 ? new RunIntake(jdbc).assign(run) : assigned;
            boolean hasLater = runs.hasLater(run.date());
            if (!hasLater || begun.isFromArchive(run.date(), batch)) {
                AgencyDirectory agencies = new Agencies(jdbc).directory(run.date());
                boolean first =
                        begun.list(run.date(), batch, night.clock().instant(), folder -> agency(agencies, folder));
                if (first && !hasLater) {
                    new HeldLists(jdbc).takeUp(night.mandate().id(), run.date());
                    new Withdrawals(jdbc, night.mandate().id()).takeUp(run.date());
                }
            }
            return null;
        });
    }

    private static Optional<String> agency(AgencyDirectory agencies, String folder) {
        return folder.isEmpty() ? Optional.empty() : agencies.named(folder).map(Agency::code);
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        InboxLock inbox = session.lock();
        if (inbox == null) {
            return null;
        }
        try {
            // a stopped step is not unsuccessful, but what it had no time for is taken by who receives next
            if (step.getStatus() == BatchStatus.COMPLETED) {
                transaction.executeWithoutResult(s -> FaultRedaction.call(() -> {
                    session.receiving().finish();
                    return null;
                }));
            }
        } catch (RuntimeException e) {
            // Batch would log it and go on
            step.setStatus(BatchStatus.FAILED);
            step.addFailureException(e);
            return ExitStatus.FAILED;
        } finally {
            inbox.close();
        }
        return null;
    }
}
