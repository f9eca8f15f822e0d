package id.rekap.nightly;

import id.rekap.mandate.Mandate;
import id.rekap.worker.Beats;
import id.rekap.worker.Requests;
import id.rekap.worker.SharedPartition;
import id.rekap.worker.SharedPartitions;
import id.rekap.worker.Workers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on partitions of the runs of a database until it is asked to end, or a run says that it judges otherwise. */
public final class NightWorker {
    private static final Duration LOOK = Duration.ofMillis(300);

    /** While there is a run that may offer something at any moment. */
    private static final Duration LOOK_SOON = Duration.ofMillis(100);

    /** For a partition that has begun; after that it ends at its next chunk, and the run does the rest. */
    private static final Duration LEAVING = Duration.ofSeconds(30);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final SharedPartitions partitions;
    private final Workers workers;
    private final Requests requests;
    private final JudgesBy judgesBy;
    private final OpenRuns runs;
    private final int atOnce;
    private final Consumer<String> saying;
    private final BooleanSupplier isStopping;
    private volatile @Nullable String refused;
    private volatile boolean isCutOff;

    /**
     * On this machine.
     *
     * @param home with the archive that the runs have
     * @param mandates every one that runs may be of
     * @param saying is told what it works on
     */
    public NightWorker(
            Path home,
            DataSource dataSource,
            List<Mandate> mandates,
            Clock clock,
            String version,
            int atOnce,
            Consumer<String> saying,
            BooleanSupplier isStopping) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.partitions = new SharedPartitions(jdbc);
        this.workers = new Workers(jdbc);
        this.judgesBy = JudgesBy.of(version, mandates);
        this.requests = new Requests(jdbc, judgesBy.text());
        this.runs = new OpenRuns(home, dataSource, mandates, clock, version);
        this.atOnce = atOnce;
        this.saying = saying;
        this.isStopping = isStopping;
    }

    /** Why a run gave it no work; nothing where it was asked to end. */
    public Optional<String> work() {
        long me = workers.enter(judgesBy.text());
        saying.accept("Waiting for work, with " + judgesBy.text());
        List<Thread> threads = new ArrayList<>();
        try (Beats beats = new Beats(jdbc, me, judgesBy.text());
                runs) {
            for (int i = 0; i < atOnce; i++) {
                Thread thread = new Thread(() -> takeAndWork(me, beats), "worker-" + (i + 1));
                thread.start();
                threads.add(thread);
            }
            while (!isEnding() && threads.stream().allMatch(Thread::isAlive)) {
                pause(LOOK);
                prepare();
                inDatabase(() -> workers.refusal(me)).ifPresent(why -> refused = why);
                runs.closeIdle();
            }
            end(threads);
        } finally {
            inDatabase(() -> {
                workers.leave(me);
                return Optional.empty();
            });
        }
        if (!isEnding()) {
            throw new IllegalStateException("A thread of the worker has died, the log says of what");
        }
        return Optional.ofNullable(refused);
    }

    /** What fails here fails again with the first partition, whose run is told of it. */
    private void prepare() {
        try {
            runs.prepare(partitions.ofLiveRuns());
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(NightWorker.class)
                    .info("Not prepared: {}", e.getClass().getSimpleName());
        }
    }

    private boolean isEnding() {
        return isStopping.getAsBoolean() || refused != null;
    }

    private void end(List<Thread> threads) {
        long until = System.nanoTime() + LEAVING.toNanos();
        for (Thread thread : threads) {
            waitFor(thread, Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
        }
        runs.askToStop();
        threads.forEach(thread -> waitFor(thread, LEAVING.toMillis()));
    }

    private void takeAndWork(long me, Beats beats) {
        while (!isEnding()) {
            Optional<SharedPartition> taken = runs.isOpening() ? Optional.empty() : inDatabase(() -> take(me));
            if (taken.isPresent()) {
                SharedPartition partition = taken.get();
                beats.during(partition, () -> work(partition, me));
            } else {
                pause(runs.isAny() ? LOOK_SOON : LOOK);
            }
        }
    }

    /** The message goes with the claim, or both stay. One that comes too late is dropped, and the next one looked at. */
    private Optional<SharedPartition> take(long me) {
        AtomicBoolean wasOffered = new AtomicBoolean(true);
        Optional<SharedPartition> taken = Optional.empty();
        while (taken.isEmpty() && wasOffered.get()) {
            taken = Objects.requireNonNull(transaction.execute(s -> {
                Optional<StepExecutionRequest> request = requests.take();
                wasOffered.set(request.isPresent());
                return request.flatMap(one -> partitions.claim(one.getStepExecutionId(), me));
            }));
        }
        return taken;
    }

    private void work(SharedPartition partition, long me) {
        String what = partition.step() + " shard " + partition.shard() + " of " + partition.mandate() + " "
                + partition.date();
        try (OpenRuns.Use run = runs.open(partition)) {
            if (!run.seesArchive()) {
                refused = "it does not see the archive of the run: share that folder with this machine";
                workers.refuse(me, refused);
                partitions.giveBack(partition, me);
                return;
            }
            saying.accept("Works on " + what);
            run.work(me).on(partition);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(NightWorker.class).error("{} failed", what, FaultRedaction.fault(e));
            inDatabase(() -> {
                partitions.ended(
                        partition,
                        me,
                        SharedPartitions.State.FAILED,
                        "The worker failed: " + FaultRedaction.fault(e).getMessage(),
                        true);
                return Optional.empty();
            });
        }
    }

    /** Where the database is away: nothing, said once. The run sees that this worker is. */
    private <T> Optional<T> inDatabase(Supplier<Optional<T>> work) {
        try {
            Optional<T> found = work.get();
            isCutOff = false;
            return found;
        } catch (ConcurrencyFailureException e) {
            return Optional.empty(); // several took at once: the next look finds what is left
        } catch (DataAccessException | TransactionException e) {
            if (!isCutOff) {
                isCutOff = true;
                saying.accept("The database cannot be used ("
                        + FaultRedaction.fault(e).getMessage() + "): goes on as soon as it can");
            }
            return Optional.empty();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static void waitFor(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
