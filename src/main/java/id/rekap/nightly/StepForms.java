package id.rekap.nightly;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepLocator;
import org.springframework.batch.core.step.builder.PartitionStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The two forms of a step; both may run again, and check the lock in their own transaction. */
final class StepForms implements StepLocator {
    private final RunContext night;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final JdbcTemplate jdbc;
    private final LateRefusals refusals;
    private final Map<String, Step> shares = new HashMap<>();

    StepForms(
            RunContext night,
            JobRepository repository,
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            LateRefusals refusals) {
        this.night = night;
        this.repository = repository;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.refusals = refusals;
    }

    /** A step that is one piece of work in one transaction; a large set is written for longer than the server waits. */
    Step once(String name, Runnable work) {
        return once(name, work, new StepExecutionListener() {});
    }

    /** @param around is told before that transaction begins and after it has ended */
    Step once(String name, Runnable work, StepExecutionListener around) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            stopHereIfAsked();
                            night.progress().step(name);
                            return ConnectionKeepAlive.during(
                                    jdbc,
                                    () -> FaultRedaction.call(() -> {
                                        work.run();
                                        night.lock().check();
                                        return RepeatStatus.FINISHED;
                                    }));
                        },
                        transactions)
                .listener(around)
                .allowStartIfComplete(true)
                .build();
    }

    private void stopHereIfAsked() throws JobInterruptedException {
        if (night.lock().isStopAsked()) {
            throw new JobInterruptedException("Asked to stop");
        }
    }

    /** A chunk-oriented step over the agencies of each shard. */
    <I, O> Step inShards(
            String name,
            IntPredicate hasWork,
            ItemReader<I> reader,
            ItemProcessor<I, O> processor,
            ItemWriter<O> writer) {
        return inShards(name, hasWork, reader, processor, writer, new StepExecutionListener() {});
    }

    /** @param around is told before the first shard begins and after the last has ended */
    <I, O> Step inShards(
            String name,
            IntPredicate hasWork,
            ItemReader<I> reader,
            ItemProcessor<I, O> processor,
            ItemWriter<O> writer,
            StepExecutionListener around) {
        Step share = new StepBuilder(name, repository)
                .<I, O>chunk(night.run().settings().chunk())
                .reader(reader)
                .processor(processor)
                .writer(owning(writer))
                .transactionManager(transactions)
                .interruptionPolicy(new StopAtChunk(night.lock()))
                .allowStartIfComplete(true)
                .build();
        shares.put(name, share);
        PartitionStepBuilder step = new StepBuilder(name, repository)
                .partitioner(name, AgencyPartition.partitioner(name, night.run().shards(), hasWork, night.progress()))
                .step(share)
                .gridSize(night.run().shards())
                .listener(around);
        SharedRun shared = night.shared();
        return (shared == null
                        ? step.taskExecutor(threads(name))
                        : step.partitionHandler(new SharedStep(shared, repository, this, name, night.atOnce())))
                .allowStartIfComplete(true)
                .build();
    }

    private TaskExecutor threads(String name) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(name + "-");
        threads.setConcurrencyLimit(night.atOnce());
        return threads;
    }

    /** What is done with one shard. */
    @Override
    public Step getStep(String name) {
        return Objects.requireNonNull(shares.get(name));
    }

    LateRefusals refusals() {
        return refusals;
    }

    /** Writes a chunk only while this process owns the date: the last thing before the commit. */
    private <O> ItemWriter<O> owning(ItemWriter<O> writer) {
        return chunk -> {
            try {
                FaultRedaction.call(() -> {
                    writer.write(chunk);
                    night.lock().check();
                    return null;
                });
            } catch (FaultRedaction.StepFault e) {
                throw e.passes() ? e : e.about(chunk.getItems());
            }
        };
    }
}
