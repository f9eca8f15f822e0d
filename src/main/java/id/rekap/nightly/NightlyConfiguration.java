package id.rekap.nightly;

import id.rekap.exemption.ExemptionsInForce;
import id.rekap.intake.Delivery;
import id.rekap.intake.Listed;
import id.rekap.intake.ReadDelivery;
import id.rekap.intake.Receiving;
import id.rekap.snapshot.CrossCheck;
import id.rekap.snapshot.Judged;
import id.rekap.snapshot.Judging;
import id.rekap.snapshot.NightPlan;
import id.rekap.snapshot.Nights;
import id.rekap.snapshot.RunRef;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The nightly job, in Spring Batch's own forms: three chunk-oriented steps (receive, read, judge with settle), each with a named
 * reader, processor and writer, two of them partitioned by agency; and tasklets for what is one statement or one set.
 *
 * <p>Ours instead of Batch's are four things, for reasons that docs/decisions/0005 measures. What is left to do stands in
 * tables and not in an {@code ExecutionContext}, which is saved apart from the chunk: so every step may start again, and does
 * what is left. One owner for a date is a lock with a token that each chunk checks in its own transaction, since Batch lets two
 * processes start one instance. A stop is asked for in our table, since Batch's own races with the end of a step. And a fault
 * that passes by itself ends an attempt and not an item, since the server has already taken the transaction back. Rows that are
 * wrong are data, so nothing is ever skipped.
 */
@Configuration(proxyBeanMethods = false)
class NightlyConfiguration {
    static final String JOB = "nightly";

    private static final int FILES_AT_ONCE = 250;

    private final Night night;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final JdbcTemplate jdbc;
    private final Steps steps;
    private final ListsToRead lists;
    private final Refusals refusals = new Refusals();
    /** As planned: every run plans, a restarted one too. */
    private volatile ExemptionsInForce.@Nullable All exemptions;

    NightlyConfiguration(
            Night night, JobRepository repository, PlatformTransactionManager transactions, JdbcTemplate jdbc) {
        this.night = night;
        this.repository = repository;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.steps = new Steps(night, repository, transactions, jdbc);
        this.lists = new ListsToRead(night, jdbc);
    }

    /** The night, in order. */
    @Bean
    Job nightly(
            @Qualifier("receive") Step receive,
            @Qualifier("read") Step read,
            @Qualifier("plan") Step plan,
            @Qualifier("judge") Step judge,
            @Qualifier("cross") Step cross,
            @Qualifier("settle") Step settle,
            @Qualifier("publish") Step publish) {
        return new JobBuilder(JOB, repository)
                .start(receive)
                .next(read)
                .next(plan)
                .next(judge)
                .next(cross)
                .next(settle)
                .next(publish)
                .build();
    }

    @Bean
    Step receive() {
        InboxSession session = new InboxSession();
        return new StepBuilder("receive", repository)
                .<Listed, Receiving.Copied>chunk(FILES_AT_ONCE)
                .reader(new InboxReader(session))
                .processor(new ArchiveProcessor(session))
                .writer(new IntakeWriter(night, session))
                .transactionManager(transactions)
                .listener(new ReceiveListener(night, jdbc, new TransactionTemplate(transactions), session))
                .taskExecutor(copiers())
                .interruptionPolicy(new StopAtChunk(night.lock()))
                .allowStartIfComplete(true)
                .build();
    }

    /** Copying a file is mostly hashing it: as many at once as there are partitions. */
    private AsyncTaskExecutor copiers() {
        SimpleAsyncTaskExecutor copiers = new SimpleAsyncTaskExecutor("receive-");
        copiers.setConcurrencyLimit(night.run().shards());
        return copiers;
    }

    @Bean
    Step read(
            @Qualifier("deliveries") ItemReader<List<Delivery>> deliveries,
            @Qualifier("deliveryProcessor") ItemProcessor<List<Delivery>, List<ReadDelivery>> deliveryProcessor) {
        return steps.inShards("read", lists::hasWork, deliveries, deliveryProcessor, new SubmissionWriter(night, jdbc));
    }

    @Bean
    @StepScope
    ItemReader<List<Delivery>> deliveries(@Value("#{stepExecution}") StepExecution step) {
        return new ShardReader<>(lists.toRead(Shard.of(step)), night.progress());
    }

    @Bean
    @StepScope
    ItemProcessor<List<Delivery>, List<ReadDelivery>> deliveryProcessor() {
        return new DeliveryProcessor(night, jdbc, lists.lastRead());
    }

    private List<String> toJudge(int shard) {
        return new Nights(jdbc).toJudge(night.run().ref(), shard);
    }

    private List<String> toSettle(int shard) {
        return new Nights(jdbc).toSettle(night.run().ref(), shard);
    }

    private NightPlan nightPlan() {
        return new NightPlan(
                jdbc,
                night.mandate(),
                night.catalogue(),
                night.run().settings().locale(),
                night.run().settings().maxAgeDays(),
                night.run().settings().evidenceDays(),
                night.version());
    }

    @Bean
    Step plan() {
        NightPlan plan = nightPlan();
        return steps.once("plan", () -> {
            lists.allRead();
            exemptions = plan.plan(night.run().ref(), night.run().shards());
        });
    }

    @Bean
    Step judge(
            @Qualifier("toJudge") ItemReader<String> toJudge,
            @Qualifier("judging") ItemProcessor<String, Judged> judging) {
        return steps.inShards(
                "judge", shard -> !toJudge(shard).isEmpty(), toJudge, judging, new OutcomeWriter(night, jdbc));
    }

    @Bean
    @StepScope
    ItemReader<String> toJudge(@Value("#{stepExecution}") StepExecution step) {
        return new ShardReader<>(toJudge(Shard.of(step)), night.progress());
    }

    @Bean
    @StepScope
    ItemProcessor<String, Judged> judging(@Value("#{stepExecution}") StepExecution step) {
        return judging(toJudge(Shard.of(step)));
    }

    private ItemProcessor<String, Judged> judging(List<String> agencies) {
        Judging judging = new Judging(
                jdbc,
                night.mandate(),
                night.catalogue(),
                night.run().settings().locale(),
                night.run().ref(),
                Objects.requireNonNull(exemptions),
                agencies);
        return new ReconcileProcessor(night, jdbc, judging, refusals);
    }

    @Bean
    Step cross() {
        RunRef run = night.run().ref();
        CrossCheck cross =
                new CrossCheck(jdbc, night.mandate(), night.run().settings().evidenceDays());
        ReceiveFollowers exports = new ReceiveFollowers(night, jdbc, new TransactionTemplate(transactions));
        return steps.once(
                "cross",
                () -> {
                    refusals.planAgain();
                    cross.cross(run, exports);
                    if (exports.isAny()) {
                        nightPlan().evidenceCame(run, Objects.requireNonNull(exemptions));
                    }
                },
                exports);
    }

    @Bean
    Step settle(
            @Qualifier("toSettle") ItemReader<String> toSettle,
            @Qualifier("settling") ItemProcessor<String, Judged> settling) {
        return steps.inShards(
                "settle", shard -> !toSettle(shard).isEmpty(), toSettle, settling, new OutcomeWriter(night, jdbc));
    }

    @Bean
    @StepScope
    ItemReader<String> toSettle(@Value("#{stepExecution}") StepExecution step) {
        return new ShardReader<>(toSettle(Shard.of(step)), night.progress());
    }

    @Bean
    @StepScope
    ItemProcessor<String, Judged> settling(@Value("#{stepExecution}") StepExecution step) {
        return judging(toSettle(Shard.of(step)));
    }

    @Bean
    Step publish() {
        Publish publish = new Publish(night, jdbc);
        return steps.once("publish", () -> {
            refusals.planAgain();
            publish.run();
        });
    }
}
