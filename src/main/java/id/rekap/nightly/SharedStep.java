package id.rekap.nightly;

import id.rekap.lock.OwnerSign;
import id.rekap.nightly.FaultRedaction.StepFault;
import id.rekap.worker.SharedPartition;
import id.rekap.worker.SharedPartitions;
import id.rekap.worker.SharedPartitions.Standing;
import id.rekap.worker.SharedPartitions.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * A step whose partitions workers of other machines and the run itself take one after another. It waits for each as long as
 * whoever has it shows signs of life, and for nothing else: where somebody died, the attempt ends when all others are done, and
 * the next one, under a token of its own, does what is left. Batch's own handler waits for the dead as well.
 */
final class SharedStep extends AbstractPartitionHandler {
    private static final long LOOK_MILLIS = 100;
    private static final long WORKERS_MILLIS = 5_000;

    private final SharedRun shared;
    private final JobRepository repository;
    private final String step;
    private final PartitionWork own;
    private final int atOnce;
    private final Map<Long, OwnerSign.LeaseWatch> leaseWatches = new HashMap<>();
    private volatile List<Standing> standing = List.of();
    private volatile boolean over;
    private volatile @Nullable RuntimeException failedHere;

    SharedStep(SharedRun shared, JobRepository repository, StepForms steps, String step, int atOnce) {
        this.shared = shared;
        this.repository = repository;
        this.step = step;
        this.own = new PartitionWork(repository, steps, shared.partitions(), SharedPartitions.RUN_ITSELF);
        this.atOnce = atOnce;
    }

    @Override
    protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> partitions) {
        if (partitions.isEmpty()) {
            return partitions;
        }
        shared.offer(step, partitions);
        List<Thread> threads = new ArrayList<>();
        try {
            standing = shared.standing(step);
            for (int i = 0; i < atOnce; i++) {
                Thread thread = new Thread(this::takeWhatIsLeft, step + "-" + (i + 1));
                thread.start();
                threads.add(thread);
            }
            waitForAll(threads);
        } finally {
            over = true;
            threads.forEach(SharedStep::waitFor);
        }
        shared.withdraw();
        requireNoFailure();
        Set<Long> ids = partitions.stream().map(StepExecution::getId).collect(Collectors.toSet());
        return Objects.requireNonNull(repository.getJobExecution(manager.getJobExecutionId()))
                .getStepExecutions()
                .stream()
                .filter(execution -> ids.contains(execution.getId()))
                .collect(Collectors.toSet());
    }

    /** A thread that an error ended works on nothing any more: what it had is lost. */
    private void waitForAll(List<Thread> threads) {
        long toldAt = System.nanoTime();
        while (failedHere == null
                && threads.stream().allMatch(Thread::isAlive)
                && !standing.stream().allMatch(one -> isOver(one) || isLost(one))) {
            pause();
            standing = shared.standing(step);
            if (System.nanoTime() - toldAt > TimeUnit.MILLISECONDS.toNanos(WORKERS_MILLIS)) {
                toldAt = System.nanoTime();
                shared.sayWhoIsThere();
            }
        }
    }

    /** The run's own threads, from the other end: workers take the first that were offered. */
    private void takeWhatIsLeft() {
        try {
            while (!over) {
                Optional<SharedPartition> next = takeOne();
                if (next.isEmpty()) {
                    pause();
                } else {
                    own.on(next.get());
                }
            }
        } catch (RuntimeException e) {
            failedHere = e;
        }
    }

    private Optional<SharedPartition> takeOne() {
        List<Standing> all = standing;
        for (int i = all.size() - 1; i >= 0 && !over; i--) {
            if (all.get(i).state() == State.WAITS) {
                Optional<SharedPartition> taken =
                        shared.partitions().claim(all.get(i).partition().stepExecution(), SharedPartitions.RUN_ITSELF);
                if (taken.isPresent()) {
                    return taken;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOver(Standing one) {
        return one.state() != State.WAITS && one.state() != State.WORKS;
    }

    private boolean isLost(Standing one) {
        OwnerSign sign = one.sign();
        return sign != null
                && leaseWatches
                        .computeIfAbsent(one.partition().stepExecution(), id -> new OwnerSign.LeaseWatch())
                        .isDead(sign);
    }

    private void requireNoFailure() {
        if (failedHere != null) {
            throw failedHere;
        }
        List<Standing> failed =
                standing.stream().filter(one -> one.state() == State.FAILED).toList();
        failed.stream().filter(one -> !one.passes()).findFirst().ifPresent(SharedStep::fail);
        failed.stream().findFirst().ifPresent(SharedStep::fail);
        standing.stream().filter(one -> !isOver(one)).findFirst().ifPresent(lost -> {
            throw new StepFault(
                    "Shard " + lost.partition().shard() + " was lost with its worker, "
                            + Optional.ofNullable(lost.sign())
                                    .map(sign -> sign.owner().words())
                                    .orElse("unknown"),
                    true);
        });
    }

    private static void fail(Standing one) {
        throw new StepFault("Shard " + one.partition().shard() + ": " + one.failure(), one.passes());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a step ran", e);
        }
    }

    private static void waitFor(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
