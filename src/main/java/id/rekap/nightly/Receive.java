package id.rekap.nightly;

import id.rekap.intake.HeldLists;
import id.rekap.intake.Inbox.Seen;
import id.rekap.intake.Receiving;
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

/** The step receive: files from the inbox into the archive, only for the newest date. */
final class Receive
        implements ItemReader<Seen>,
                ItemProcessor<Seen, Receiving.Copied>,
                ItemWriter<Receiving.Copied>,
                StepExecutionListener {
    private final Night night;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Receiving receiving;
    private final Queue<Seen> left = new ArrayDeque<>();
    private int take;

    Receive(Night night, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.night = night;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.receiving = new Receiving(
                night.home(), Duration.ofSeconds(night.run().settings().quietSeconds()), jdbc);
    }

    @Override
    public void beforeStep(StepExecution step) {
        Integer assigned = night.run().take();
        if (assigned == null) {
            return;
        }
        night.progress().step("receive");
        Discreet.call(() -> {
            take = assigned;
            transaction.executeWithoutResult(s -> list());
            left.addAll(receiving.left(night.run().date(), take));
            night.progress().expect(left.size());
            return null;
        });
    }

    private void list() {
        Runs runs = new Runs(jdbc);
        if (take == 0) {
            take = runs.assignTake(night.run());
        }
        if (runs.hasLater(night.run().date())) {
            receiving.leaveRest(night.run().date(), take);
        } else {
            AgencyDirectory agencies = new Agencies(jdbc).directory(night.run().date());
            Discreet.call(() -> {
                boolean first = receiving.list(
                        night.run().date(), take, night.clock().instant(), folder -> agency(agencies, folder));
                if (first) {
                    new HeldLists(jdbc).takeUp(night.mandate().id(), night.run().date());
                }
                return null;
            });
        }
        night.lock().check();
    }

    private static Optional<String> agency(AgencyDirectory agencies, String folder) {
        return folder.isEmpty() ? Optional.empty() : agencies.named(folder).map(Agency::code);
    }

    @Override
    public @Nullable Seen read() {
        return left.poll();
    }

    @Override
    public Receiving.@Nullable Copied process(Seen seen) {
        return Discreet.call(() -> receiving.copy(seen));
    }

    @Override
    public void write(Chunk<? extends Receiving.Copied> copies) {
        Discreet.call(() -> {
            List<Receiving.Copied> all = new ArrayList<>(copies.getItems());
            receiving.keep(night.run().date(), take, all);
            night.lock().check();
            night.progress().done(all.size(), 0);
            return null;
        });
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        // a stopped step is not unsuccessful, but what it had no time for has to be taken by a restart
        if (night.run().take() != null && step.getStatus() == BatchStatus.COMPLETED) {
            Discreet.call(() -> {
                receiving.clear();
                receiving.done(night.run().date(), take);
                return null;
            });
        }
        return null;
    }
}
