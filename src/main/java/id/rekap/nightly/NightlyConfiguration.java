package id.rekap.nightly;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.rekap.intake.Archive;
import id.rekap.intake.Delivery;
import id.rekap.intake.DeliveryReader;
import id.rekap.intake.Listed;
import id.rekap.intake.ReadDelivery;
import id.rekap.intake.Receiving;
import id.rekap.intake.Submissions;
import id.rekap.register.People;
import id.rekap.report.Publication;
import id.rekap.report.PublishedSet;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.CrossCheck;
import id.rekap.snapshot.Judged;
import id.rekap.snapshot.Judging;
import id.rekap.snapshot.NightBook;
import id.rekap.snapshot.NightPlan;
import id.rekap.snapshot.NightTables;
import id.rekap.snapshot.Nights;
import id.rekap.snapshot.Outcomes;
import id.rekap.snapshot.ShownSets;
import id.rekap.snapshot.Standing;
import id.rekap.snapshot.Standings;
import java.util.List;
import java.util.Map;
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
 * The nightly job. Every step may run again: what is left to do stands in tables, so a restart runs all steps and each does
 * what is left of it.
 */
@Configuration(proxyBeanMethods = false)
class NightlyConfiguration {
    static final String JOB = "nightly";

    private static final int FILES_AT_ONCE = 250;

    /** Making a file waits for the disk: more are written at a time than there are partitions. */
    static final int FILES_A_SHARE = 2;

    private final Night night;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final JdbcTemplate jdbc;
    private final Steps steps;
    private @Nullable Map<Integer, List<List<Delivery>>> toRead;

    NightlyConfiguration(
            Night night, JobRepository repository, PlatformTransactionManager transactions, JdbcTemplate jdbc) {
        this.night = night;
        this.repository = repository;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.steps = new Steps(night, repository, transactions);
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
        Receive work = new Receive(night, jdbc, new TransactionTemplate(transactions));
        return new StepBuilder("receive", repository)
                .<Listed, Receiving.Copied>chunk(FILES_AT_ONCE)
                .reader(work)
                .processor(work)
                .writer(work)
                .transactionManager(transactions)
                .listener((Object) work)
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
            @Qualifier("deliveryReader") ItemProcessor<List<Delivery>, List<ReadDelivery>> deliveryReader) {
        Submissions submissions = new Submissions(jdbc, night.mandate().id());
        return steps.inShards("read", shard -> !deliveriesOf(shard).isEmpty(), deliveries, deliveryReader, chunk -> {
            List<ReadDelivery> all = chunk.stream().flatMap(List::stream).toList();
            submissions.write(all);
            long rows = all.stream().mapToLong(d -> d.submission().rows()).sum();
            night.progress().done(chunk.size(), rows);
        });
    }

    @Bean
    @StepScope
    ItemReader<List<Delivery>> deliveries(@Value("#{stepExecution}") StepExecution step) {
        return new Shard.Pending<>(deliveriesOf(Shard.of(step)), night.progress());
    }

    /** Looked for once, when all is received: each shard is asked for twice. */
    private synchronized List<List<Delivery>> deliveriesOf(int shard) {
        if (toRead == null) {
            int upTo = new Runs(jdbc).lastTake(night.run());
            toRead = new Submissions(jdbc, night.mandate().id())
                    .toRead(night.run().date(), upTo).entrySet().stream()
                            .collect(groupingBy(
                                    agency -> NightPlan.shard(
                                            agency.getKey(), night.run().shards()),
                                    mapping(Map.Entry::getValue, toList())));
        }
        return toRead.getOrDefault(shard, List.of());
    }

    private List<String> toJudge(int shard) {
        return new Nights(jdbc).toJudge(night.run().ref(), shard);
    }

    private List<String> toSettle(int shard) {
        return new Nights(jdbc).toSettle(night.run().ref(), shard);
    }

    @Bean
    @StepScope
    ItemProcessor<List<Delivery>, List<ReadDelivery>> deliveryReader() {
        Submissions submissions = new Submissions(jdbc, night.mandate().id());
        DeliveryReader reader = new DeliveryReader(
                new Archive(night.home().resolve("archive"))::path,
                night.mandate(),
                night.others(),
                submissions,
                new People(jdbc));
        return deliveries -> Discreet.call(() -> reader.read(deliveries));
    }

    @Bean
    Step plan() {
        NightPlan plan = new NightPlan(
                jdbc,
                night.mandate(),
                night.catalogue(),
                night.run().settings().locale(),
                night.run().settings().maxAgeDays(),
                night.version());
        return steps.once("plan", () -> plan.plan(night.run().ref(), night.run().shards()));
    }

    @Bean
    Step judge(
            @Qualifier("toJudge") ItemReader<String> toJudge,
            @Qualifier("judging") ItemProcessor<String, Judged> judging) {
        return steps.inShards("judge", shard -> !toJudge(shard).isEmpty(), toJudge, judging, judged -> keep(judged));
    }

    @Bean
    @StepScope
    ItemReader<String> toJudge(@Value("#{stepExecution}") StepExecution step) {
        return new Shard.Pending<>(toJudge(Shard.of(step)), night.progress());
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
                agencies);
        return agency -> Discreet.call(() -> judging.judge(agency));
    }

    private void keep(List<? extends Judged> judged) {
        new Outcomes(jdbc).write(night.run().ref(), judged);
        night.progress()
                .done(
                        judged.size(),
                        judged.stream().mapToLong(j -> j.outcome().rows()).sum());
    }

    @Bean
    Step cross() {
        CrossCheck cross = new CrossCheck(jdbc, night.mandate());
        return steps.once("cross", () -> cross.cross(night.run().ref()));
    }

    @Bean
    Step settle(
            @Qualifier("toSettle") ItemReader<String> toSettle,
            @Qualifier("settling") ItemProcessor<String, Judged> settling) {
        return steps.inShards(
                "settle", shard -> !toSettle(shard).isEmpty(), toSettle, settling, judged -> keep(judged));
    }

    @Bean
    @StepScope
    ItemReader<String> toSettle(@Value("#{stepExecution}") StepExecution step) {
        return new Shard.Pending<>(toSettle(Shard.of(step)), night.progress());
    }

    @Bean
    @StepScope
    ItemProcessor<String, Judged> settling(@Value("#{stepExecution}") StepExecution step) {
        return judging(toSettle(Shard.of(step)));
    }

    @Bean
    Step publish() {
        Publication publication = new Publication(
                night.reports(),
                night.run().settings().locale(),
                night.version(),
                night.catalogue(),
                FILES_A_SHARE * night.run().shards(),
                night.lock());
        Runs runs = new Runs(jdbc);
        return steps.once("publish", () -> {
            runs.takeTurn(night.mandate().id());
            if (!runs.hasSamePrevious(night.run())) {
                throw new Discreet.StepFault("A set of an earlier date was published meanwhile", true);
            }
            NightTables book = new NightTables(jdbc, night.run().ref(), night.mandate());
            PublishedSet set = publication.prepare(book);
            NightBook.Trend all = book.now();
            List<AgencyPosition> agencies = book.agencies();
            long rows = agencies.stream().mapToLong(AgencyPosition::rows).sum();
            new Standings(jdbc).write(night.run().ref(), Standing.of(book, agencies));
            new ShownSets(jdbc)
                    .write(
                            night.run().ref(),
                            Republisher.bytes(set, night.version(), night.run().settings(), night.mandate()),
                            book.shown(agencies));
            runs.published(
                    night.run(), all.due(), all.met(), rows, night.clock().instant());
            publication.swap(night.run().date(), night.run().revision());
            publication.index(night.mandate(), runs.published(night.mandate().id()));
        });
    }
}
