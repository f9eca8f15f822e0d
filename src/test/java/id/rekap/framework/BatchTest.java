package id.rekap.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rekap.database.Database;
import id.rekap.database.Schema;
import id.rekap.testing.TestServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.DefaultJobKeyGenerator;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Batch and Boot, as the night uses them. */
class BatchTest {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private static Database database = open();
    private static @Nullable ConfigurableApplicationContext started;
    private static @Nullable Job known;

    private JobRepository repository = bean(JobRepository.class);
    private PlatformTransactionManager transactions = bean(PlatformTransactionManager.class);
    private JobOperator operator = bean(JobOperator.class);
    private JdbcTemplate jdbc = bean(JdbcTemplate.class);

    private String run = "";
    private final List<Integer> written = Collections.synchronizedList(new ArrayList<>());

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {}

    /** Stands in the context for the job of the test at hand. */
    static final class Known implements Job {
        @Override
        public String getName() {
            return "contract";
        }

        @Override
        public void execute(JobExecution execution) throws JobInterruptedException {
            if (known == null) {
                throw new IllegalStateException("No job is known");
            }
            known.execute(execution);
        }
    }

    private static Database open() {
        return Database.open(Path.of("target"), TestServer.get().freshDatabase(), 8);
    }

    private static <T> T bean(Class<T> type) {
        if (started == null) {
            throw new IllegalStateException("Not started");
        }
        return started.getBean(type);
    }

    /** With the night's own properties. */
    @BeforeAll
    static void start() {
        Schema.migrate(database.dataSource());
        started = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties(Map.of(
                        "spring.batch.job.enabled", "false",
                        "spring.batch.jdbc.initialize-schema", "never",
                        "spring.batch.jdbc.isolation-level-for-create", "read-committed",
                        "spring.flyway.enabled", "false",
                        "spring.main.log-startup-info", "false",
                        "spring.jmx.enabled", "false"))
                .initializers((GenericApplicationContext c) -> {
                    c.registerBean(
                            DataSource.class, database::dataSource, definition -> definition.setDestroyMethodName(""));
                    c.registerBean("contract", Job.class, Known::new);
                })
                .build()
                .run();
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
        database.close();
    }

    @BeforeEach
    void name() {
        run = "contract/" + NAMES.incrementAndGet();
        jdbc.execute("create table if not exists kept (run varchar(64) not null, n int not null, primary key (run, n))"
                + " engine = InnoDB");
    }

    private JobParameters parameters() {
        return new JobParametersBuilder().addString("run", run, true).toJobParameters();
    }

    private Job job(Step... steps) {
        var job = new JobBuilder("contract", repository).start(steps[0]);
        for (int i = 1; i < steps.length; i++) {
            job = job.next(steps[i]);
        }
        return job.build();
    }

    private Step once(String name, Runnable work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .allowStartIfComplete(true)
                .build();
    }

    /** Numbers that are not kept yet, in chunks of two, as a shard's items. */
    private Step chunks(String name, ItemWriter<Integer> also, StepInterruptionPolicy policy) {
        return new StepBuilder(name, repository)
                .<Integer, Integer>chunk(2)
                .reader(pending())
                .writer(chunk -> {
                    chunk.forEach(n -> jdbc.update("insert into kept (run, n) values (?, ?)", run, n));
                    also.write(chunk);
                    written.addAll(chunk.getItems());
                })
                .transactionManager(transactions)
                .interruptionPolicy(policy)
                .allowStartIfComplete(true)
                .build();
    }

    private ItemReader<Integer> pending() {
        List<Integer> left = new ArrayList<>();
        AtomicInteger looked = new AtomicInteger();
        return () -> {
            if (looked.getAndIncrement() == 0) {
                List<Integer> kept = kept();
                IntStream.rangeClosed(1, 6).filter(n -> !kept.contains(n)).forEach(left::add);
            }
            return left.isEmpty() ? null : left.remove(0);
        };
    }

    private List<Integer> kept() {
        return jdbc.queryForList("select n from kept where run = ? order by n", Integer.class, run);
    }

    /** As the job that the operator knows by this name. */
    private JobExecution restart(Job job, JobExecution failed) throws Exception {
        known = job;
        return operator.restart(again(failed));
    }

    private JobExecution again(JobExecution before) {
        JobExecution fresh = repository.getJobExecution(before.getId());
        if (fresh == null) {
            throw new AssertionError("The execution is gone");
        }
        return fresh;
    }

    @Test
    void theRepositoryIsTheDatabase() throws Exception {
        JobExecution ended = operator.start(job(once("one", () -> {})), parameters());
        assertThat(ended.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(jdbc.queryForList("""
                        select concat(e.STATUS, ' ', e.EXIT_CODE, ' ', p.IDENTIFYING, ' ', p.PARAMETER_VALUE)
                        from BATCH_JOB_EXECUTION e join BATCH_JOB_EXECUTION_PARAMS p using (JOB_EXECUTION_ID)
                        where e.JOB_EXECUTION_ID = ?""", String.class, ended.getId())).containsExactly("COMPLETED COMPLETED Y " + run);
    }

    /** Repair finds an instance without executions by it. */
    @Test
    void anInstanceIsKnownByTheKeyOfItsParameters() throws Exception {
        JobExecution ended = operator.start(job(once("one", () -> {})), parameters());
        assertThat(jdbc.queryForObject(
                        "select JOB_KEY from BATCH_JOB_INSTANCE where JOB_INSTANCE_ID = ?",
                        String.class,
                        ended.getJobInstance().getId()))
                .isEqualTo(new DefaultJobKeyGenerator().generateKey(parameters()));
    }

    @Test
    void aCompleteInstanceIsRefusedASecondTime() throws Exception {
        Job job = job(once("one", () -> {}));
        JobExecution ended = operator.start(job, parameters());
        assertThatThrownBy(() -> operator.start(job, parameters()))
                .isInstanceOf(JobInstanceAlreadyCompleteException.class);
        assertThat(ended.getStepExecutions()).hasSize(1);
    }

    /** Which is why each night has a lock of its own, and repair closes what a crash left. */
    @Test
    void whatACrashLeavesStartedIsNotRestartedByBatch() throws Exception {
        Job job = job(once("one", () -> {
            throw new IllegalStateException("first");
        }));
        JobExecution failed = operator.start(job, parameters());
        jdbc.update(
                "update BATCH_JOB_EXECUTION set STATUS = 'STARTED', END_TIME = null where JOB_EXECUTION_ID = ?",
                failed.getId());
        assertThatThrownBy(() -> restart(job, failed))
                .isInstanceOfAny(JobExecutionAlreadyRunningException.class, JobRestartException.class);
        jdbc.update("update BATCH_JOB_EXECUTION set STATUS = 'UNKNOWN' where JOB_EXECUTION_ID = ?", failed.getId());
        assertThatThrownBy(() -> restart(job, failed)).isInstanceOf(JobRestartException.class);
    }

    /** As BatchTables closes it: status, exit code and end, of the execution and of its steps. */
    @Test
    void whatRepairHasClosedIsRestartedOnceMoreAsAnExecutionOfItsOwn() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Job job = job(once("one", () -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("first");
            }
        }));
        JobExecution failed = operator.start(job, parameters());
        jdbc.update("""
                update BATCH_JOB_EXECUTION set STATUS = 'FAILED', EXIT_CODE = 'FAILED', END_TIME = LAST_UPDATED,
                  VERSION = VERSION + 1 where JOB_EXECUTION_ID = ?""", failed.getId());
        jdbc.update("""
                update BATCH_STEP_EXECUTION set STATUS = 'FAILED', EXIT_CODE = 'FAILED', END_TIME = LAST_UPDATED,
                  VERSION = VERSION + 1 where JOB_EXECUTION_ID = ?""", failed.getId());
        JobExecution second = restart(job, failed);
        assertThat(second.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(second.getId()).isGreaterThan(failed.getId());
        assertThat(second.getJobInstance().getId())
                .isEqualTo(failed.getJobInstance().getId());
        assertThat(second.getJobParameters().getString("run")).isEqualTo(run);
    }

    @Test
    void anInstanceWithoutAnExecutionBlocksItsNameUntilItIsRemoved() throws Exception {
        Job job = job(once("one", () -> {}));
        JobInstance empty = repository.createJobInstance("contract", parameters());
        assertThatThrownBy(() -> operator.start(job, parameters())).isInstanceOf(Exception.class);
        jdbc.update("delete from BATCH_JOB_INSTANCE where JOB_INSTANCE_ID = ?", empty.getInstanceId());
        assertThat(operator.start(job, parameters()).getStatus()).isEqualTo(BatchStatus.COMPLETED);
    }

    /** A restart runs every step; each finds by itself what is left. */
    @Test
    void aRestartRunsCompleteStepsTooWhereTheyAllowIt() throws Exception {
        List<String> ran = new ArrayList<>();
        AtomicInteger failures = new AtomicInteger();
        Job job = job(once("first", () -> ran.add("first")), once("second", () -> {
            ran.add("second");
            if (failures.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
            }
        }));
        JobExecution failed = operator.start(job, parameters());
        assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(failed.getExitStatus().getExitCode()).isEqualTo(ExitStatus.FAILED.getExitCode());
        assertThat(restart(job, failed).getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(ran).containsExactly("first", "second", "first", "second");
    }

    @Test
    void theFaultOfAStepIsFoundInItsExecution() throws Exception {
        JobExecution failed = operator.start(
                job(once("one", () -> {
                    throw new IllegalArgumentException("root");
                })),
                parameters());
        assertThat(failed.getAllFailureExceptions())
                .anySatisfy(e -> assertThat(e).hasStackTraceContaining("root"));
        assertThat(failed.getStepExecutions())
                .singleElement()
                .satisfies(step -> assertThat(step.getFailureExceptions()).isNotEmpty());
    }

    @Test
    void writingAChunkAndCommittingItIsOneTransaction() throws Exception {
        List<Boolean> within = new ArrayList<>();
        JobExecution failed = operator.start(
                job(chunks(
                        "chunks",
                        chunk -> {
                            within.add(TransactionSynchronizationManager.isActualTransactionActive());
                            if (chunk.getItems().contains(3)) {
                                throw new IllegalStateException("third");
                            }
                        },
                        step -> {})),
                parameters());
        assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(within).containsExactly(true, true);
        assertThat(kept()).containsExactly(1, 2);
    }

    /** Neither skipped nor tried again one by one: that loses items in some versions. */
    @Test
    void aFailedChunkIsDoneAgainWholeByTheRestart() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        List<List<Integer>> tried = new ArrayList<>();
        Job job = job(chunks(
                "chunks",
                chunk -> {
                    tried.add(List.copyOf(chunk.getItems()));
                    if (chunk.getItems().contains(4) && failures.incrementAndGet() == 1) {
                        throw new IllegalStateException("fourth");
                    }
                },
                step -> {}));
        JobExecution failed = operator.start(job, parameters());
        assertThat(tried).containsExactly(List.of(1, 2), List.of(3, 4));
        Job restarted = job(chunks("chunks", chunk -> tried.add(List.copyOf(chunk.getItems())), step -> {}));
        JobExecution second = restart(restarted, failed);
        assertThat(second.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(kept()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(tried).containsExactly(List.of(1, 2), List.of(3, 4), List.of(3, 4), List.of(5, 6));
    }

    @Test
    void aStopAtAChunkEndsInStoppedAndKeepsWhatIsCommitted() throws Exception {
        StepInterruptionPolicy policy = step -> {
            if (written.size() >= 2) {
                step.setTerminateOnly();
                throw new JobInterruptedException("Asked to stop");
            }
        };
        JobExecution stopped = operator.start(job(chunks("chunks", chunk -> {}, policy)), parameters());
        assertThat(stopped.getStatus()).isEqualTo(BatchStatus.STOPPED);
        assertThat(stopped.getStepExecutions())
                .singleElement()
                .extracting(StepExecution::getStatus)
                .isEqualTo(BatchStatus.STOPPED);
        assertThat(kept()).containsExactly(1, 2);
        JobExecution second = restart(job(chunks("chunks", chunk -> {}, step -> {})), stopped);
        assertThat(second.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(kept()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aTaskletThatIsInterruptedStopsTheJob() throws Exception {
        Step asked = new StepBuilder("asked", repository)
                .tasklet(
                        (contribution, context) -> {
                            throw new JobInterruptedException("Asked to stop");
                        },
                        transactions)
                .allowStartIfComplete(true)
                .build();
        JobExecution stopped = operator.start(job(asked, once("never", () -> written.add(0))), parameters());
        assertThat(stopped.getStatus()).isEqualTo(BatchStatus.STOPPED);
        assertThat(written).isEmpty();
    }

    /** The shard's number stands in the name, since its context is stored apart from the step. */
    @Test
    void aPartitionsNameIsTheStepsNameAndItsOwn() throws Exception {
        JobExecution ended = operator.start(job(partitioned(List.of("shard0", "shard3"))), parameters());
        assertThat(ended.getStepExecutions())
                .extracting(StepExecution::getStepName)
                .containsExactlyInAnyOrder("parts", "parts:shard0", "parts:shard3");
        assertThat(written).containsExactlyInAnyOrder(0, 3);
        assertThat(jdbc.queryForObject(
                        "select count(*) from BATCH_STEP_EXECUTION_CONTEXT c join BATCH_STEP_EXECUTION s"
                                + " using (STEP_EXECUTION_ID) where s.JOB_EXECUTION_ID = ?",
                        Integer.class,
                        ended.getId()))
                .isEqualTo(3);
    }

    @Test
    void aPartitionedStepWithoutPartitionsIsComplete() throws Exception {
        JobExecution ended = operator.start(job(partitioned(List.of())), parameters());
        assertThat(ended.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(ended.getStepExecutions()).hasSize(1);
    }

    private Step partitioned(List<String> names) {
        Step share = new StepBuilder("parts", repository)
                .tasklet(
                        (contribution, context) -> {
                            String name = contribution.getStepExecution().getStepName();
                            written.add(Integer.parseInt(name.substring("parts:shard".length())));
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .allowStartIfComplete(true)
                .build();
        return new StepBuilder("parts", repository)
                .partitioner("parts", grid -> {
                    Map<String, ExecutionContext> partitions = new java.util.LinkedHashMap<>();
                    names.forEach(name -> partitions.put(name, new ExecutionContext()));
                    return partitions;
                })
                .step(share)
                .gridSize(4)
                .taskExecutor(new SimpleAsyncTaskExecutor("parts-"))
                .allowStartIfComplete(true)
                .build();
    }

    /** The step receive looks at the inbox before its first chunk and clears it after the last. */
    @Test
    void aListenerSeesTheStepBeforeItsFirstItemAndItsEnd() throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        // as the step receive is
        final class Heard implements ItemReader<Integer>, StepExecutionListener {
            private final ItemReader<Integer> items = pending();

            @Override
            public @Nullable Integer read() throws Exception {
                return items.read();
            }

            @Override
            public void beforeStep(StepExecution step) {
                seen.add("before");
            }

            @Override
            public @Nullable ExitStatus afterStep(StepExecution step) {
                seen.add("after " + step.getStatus());
                return null;
            }
        }
        Heard heard = new Heard();
        SimpleAsyncTaskExecutor several = new SimpleAsyncTaskExecutor("several-");
        several.setConcurrencyLimit(2);
        Step step = new StepBuilder("heard", repository)
                .<Integer, Integer>chunk(2)
                .reader(heard)
                .processor(n -> {
                    seen.add("item");
                    return n;
                })
                .writer(chunk -> written.addAll(chunk.getItems()))
                .transactionManager(transactions)
                .listener((Object) heard)
                .taskExecutor(several)
                .build();
        operator.start(job(step), parameters());
        assertThat(written).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        assertThat(seen).first().isEqualTo("before");
        assertThat(seen).last().isEqualTo("after COMPLETED");
        assertThat(seen).hasSize(8);
    }
}
