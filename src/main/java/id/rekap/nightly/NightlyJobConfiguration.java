package id.rekap.nightly;

import id.rekap.intake.Delivery;
import id.rekap.intake.InboxReceiver;
import id.rekap.intake.ReadDelivery;
import id.rekap.intake.SeenFile;
import id.rekap.reconcile.AgencyOutcome;
import id.rekap.reconcile.CrossCheck;
import id.rekap.reconcile.LookedAhead;
import id.rekap.reconcile.NightReconciliation;
import id.rekap.reconcile.NightStore;
import java.util.List;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The nightly job, in Spring Batch's own forms: chunk-oriented steps with a named reader, processor and writer each, of which
 * receive works on the inbox and three are partitioned by agency (read, reconcile, reconcile-again); and tasklets for what is
 * one statement or one set.
 *
 * <p>Four things are ours, for reasons that docs/decisions/0005 measures. What is left to do stands in tables and not in an
 * {@code ExecutionContext}, which is saved apart from the chunk: so every step may start again, and does what is left. One
 * owner for a date is a lock with a token that each chunk checks in its own transaction, since Batch lets two processes start
 * one instance. A stop is asked for in our table, since Batch's own races with the end of a step. And a fault that passes by
 * itself ends an attempt and not an item, since the server has already taken the transaction back. Rows that are wrong are
 * data, so nothing is ever skipped.
 */
@Configuration(proxyBeanMethods = false)
class NightlyJobConfiguration {
    static final String JOB = "nightly";

    private static final int FILES_AT_ONCE = 250;
    private final RunContext night;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final JdbcTemplate jdbc;
    private final StepForms steps;
    private final ListsToRead lists;
    private final ExportsAhead ahead;
    private final LateRefusals refusals = new LateRefusals();
    private final NightPlanning planning;

    NightlyJobConfiguration(
            RunContext night, JobRepository repository, PlatformTransactionManager transactions, JdbcTemplate jdbc) {
        this.night = night;
        this.repository = repository;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.steps = new StepForms(night, repository, transactions, jdbc, refusals);
        this.lists = new ListsToRead(night, jdbc);
        this.ahead = new ExportsAhead(night, jdbc);
        this.planning = new NightPlanning(night, jdbc);
    }

    @Bean
    StepForms stepForms() {
        return steps;
    }

    /** The night, in order. */
    @Bean
    Job nightly(
            @Qualifier("receive") Step receive,
            @Qualifier("read") Step read,
            @Qualifier("plan") Step plan,
            @Qualifier("reconcile") Step reconcile,
            @Qualifier("crossCheck") Step crossCheck,
            @Qualifier("reconcileAgain") Step reconcileAgain,
            @Qualifier("publish") Step publish) {
        return new JobBuilder(JOB, repository)
                .start(receive)
                .next(read)
                .next(plan)
                .next(reconcile)
                .next(crossCheck)
                .next(reconcileAgain)
                .next(publish)
                .build();
    }

    @Bean
    Step receive(@Qualifier("copiers") AsyncTaskExecutor copiers) {
        InboxSession session = new InboxSession();
        return new StepBuilder("receive", repository)
                .<SeenFile, InboxReceiver.Copied>chunk(FILES_AT_ONCE)
                .reader(new InboxReader(session))
                .processor(new ArchiveProcessor(session))
                .writer(new IntakeWriter(night, session))
                .transactionManager(transactions)
                .listener(new ReceiveListener(night, jdbc, new TransactionTemplate(transactions), session))
                .taskExecutor(copiers)
                .interruptionPolicy(new StopAtChunk(night.lock()))
                .allowStartIfComplete(true)
                .build();
    }

    /** Copying a file is mostly hashing it: as many at once as there are partitions. */
    @Bean
    AsyncTaskExecutor copiers() {
        ThreadPoolTaskExecutor copiers = new ThreadPoolTaskExecutor();
        copiers.setThreadNamePrefix("receive-");
        copiers.setCorePoolSize(night.atOnce());
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
        return new AgencyPartitionReader<>(lists.toRead(AgencyPartition.of(step)), night.progress());
    }

    @Bean
    @StepScope
    ItemProcessor<List<Delivery>, List<ReadDelivery>> deliveryProcessor() {
        return new DeliveryProcessor(night, jdbc, lists.lastRead());
    }

    private List<String> toReconcileAgain(int shard) {
        return new NightStore(jdbc).toReconcileAgain(night.run().ref(), shard);
    }

    @Bean
    Step plan() {
        return steps.once("plan", () -> {
            lists.allRead();
            planning.plan();
        });
    }

    @Bean
    Step reconcile(
            @Qualifier("toReconcile") ItemReader<String> toReconcile,
            @Qualifier("reconciliation") ItemProcessor<String, AgencyOutcome> reconciliation) {
        return steps.inShards(
                "reconcile",
                shard -> !ahead.toReconcile(shard).isEmpty(),
                toReconcile,
                reconciliation,
                new OutcomeWriter(night, jdbc),
                ahead);
    }

    @Bean
    @StepScope
    ItemReader<String> toReconcile(@Value("#{stepExecution}") StepExecution step) {
        return new AgencyPartitionReader<>(ahead.toReconcile(AgencyPartition.of(step)), night.progress());
    }

    @Bean
    @StepScope
    ItemProcessor<String, AgencyOutcome> reconciliation(@Value("#{stepExecution}") StepExecution step) {
        return reconciliation(ahead.toReconcile(AgencyPartition.of(step)), ahead.looked());
    }

    private ItemProcessor<String, AgencyOutcome> reconciliation(List<String> agencies, LookedAhead ahead) {
        NightReconciliation reconciliation = new NightReconciliation(
                jdbc,
                night.mandate(),
                night.catalogue(),
                night.run().settings().locale(),
                night.run().ref(),
                planning.exemptions(),
                ahead,
                agencies);
        return new ReconcileProcessor(night, jdbc, reconciliation, refusals);
    }

    @Bean
    Step crossCheck() {
        Run run = night.run();
        CrossCheck cross = new CrossCheck(jdbc, night.mandate(), run.settings().evidenceDays());
        ReceiveFollowers exports = new ReceiveFollowers(night, jdbc, new TransactionTemplate(transactions), ahead);
        return steps.once(
                "cross-check",
                () -> {
                    refusals.planAgain();
                    // also where it has gone since: nobody stays judged by what was never taken
                    boolean isJudgedByComing = ahead.looked().isAny();
                    cross.cross(run.ref(), exports);
                    if (exports.isAny() || isJudgedByComing) {
                        planning.evidenceCame();
                    }
                },
                exports);
    }

    @Bean
    Step reconcileAgain(
            @Qualifier("toReconcileAgain") ItemReader<String> toReconcileAgain,
            @Qualifier("reconcilingAgain") ItemProcessor<String, AgencyOutcome> reconcilingAgain) {
        return steps.inShards(
                "reconcile-again",
                shard -> !toReconcileAgain(shard).isEmpty(),
                toReconcileAgain,
                reconcilingAgain,
                new OutcomeWriter(night, jdbc));
    }

    @Bean
    @StepScope
    ItemReader<String> toReconcileAgain(@Value("#{stepExecution}") StepExecution step) {
        return new AgencyPartitionReader<>(toReconcileAgain(AgencyPartition.of(step)), night.progress());
    }

    @Bean
    @StepScope
    ItemProcessor<String, AgencyOutcome> reconcilingAgain(@Value("#{stepExecution}") StepExecution step) {
        return reconciliation(toReconcileAgain(AgencyPartition.of(step)), LookedAhead.NONE);
    }

    @Bean
    Step publish() {
        PublishStep publish = new PublishStep(night, jdbc);
        return steps.once("publish", () -> {
            refusals.planAgain();
            SharedRun.end(night.shared());
            publish.run();
        });
    }
}
