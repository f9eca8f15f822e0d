package id.rekap.nightly;

import id.rekap.intake.HeldLists;
import id.rekap.intake.Listed;
import id.rekap.intake.Receiving;
import id.rekap.intake.Withdrawals;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import id.rekap.register.AgencyDirectory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The step receive: files from the inbox into the archive, only for the newest date. Who owns the inbox also finishes what a
 * run before it has seen and a crash has left there, under the date and taking that saw it.
 */
final class Receive
        implements ItemReader<Listed>,
                ItemProcessor<Listed, Receiving.Copied>,
                ItemWriter<Receiving.Copied>,
                StepExecutionListener {
    private final Night night;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Queue<Listed> left = new ArrayDeque<>();
    private @Nullable InboxLock inbox;
    private @Nullable Receiving receiving;

    Receive(Night night, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.night = night;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void beforeStep(StepExecution step) {
        if (night.run().take() == null) {
            return;
        }
        night.progress().step("receive");
        Discreet.call(() -> {
            if (!new RunTakings(jdbc).hasTaken(night.run())) {
                // where it was asked to stop meanwhile, the step does before its first chunk
                InboxLock.take(jdbc, transaction, night.lock(), InboxLock.PATIENCE, night.progress()::waits)
                        .ifPresent(this::begin);
            }
            return null;
        });
    }

    private void begin(InboxLock taken) {
        inbox = taken;
        Receiving begun = new Receiving(
                night.home(), Duration.ofSeconds(night.run().settings().quietSeconds()), jdbc, taken);
        receiving = begun;
        transaction.executeWithoutResult(s -> list(begun));
        Discreet.call(() -> {
            new ReceiveChats(night, jdbc, transaction, taken).take();
            return null;
        });
        left.addAll(begun.left());
        night.progress().expect(left.size());
    }

    private void list(Receiving begun) {
        Runs runs = new Runs(jdbc);
        Run run = night.run();
        Discreet.call(() -> {
            begun.sweep();
            Integer assigned = run.take();
            int take = assigned == null || assigned == 0 ? new RunTakings(jdbc).assign(run) : assigned;
            boolean hasLater = runs.hasLater(run.date());
            if (!hasLater || begun.isFromArchive(run.date(), take)) {
                AgencyDirectory agencies = new Agencies(jdbc).directory(run.date());
                boolean first =
                        begun.list(run.date(), take, night.clock().instant(), folder -> agency(agencies, folder));
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
    public @Nullable Listed read() {
        return left.poll();
    }

    @Override
    public Receiving.@Nullable Copied process(Listed file) {
        return Discreet.call(() -> receiving().copy(file));
    }

    private Receiving receiving() {
        if (receiving == null) {
            throw new IllegalStateException("Files are taken by the owner of the inbox only");
        }
        return receiving;
    }

    @Override
    public void write(Chunk<? extends Receiving.Copied> copies) {
        Discreet.call(() -> {
            List<Receiving.Copied> all = new ArrayList<>(copies.getItems());
            receiving().keep(all);
            night.progress().done(all.size(), 0);
            return null;
        });
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        if (inbox == null) {
            return null;
        }
        try {
            // a stopped step is not unsuccessful, but what it had no time for is taken by who receives next
            if (step.getStatus() == BatchStatus.COMPLETED) {
                transaction.executeWithoutResult(s -> Discreet.call(() -> {
                    receiving().finish();
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
