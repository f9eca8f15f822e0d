package id.rekap.register;

import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * The job of one import. Its rows are written on the import's own connection, Batch keeps its books on others; so whatever
 * ends it, the register is as it was until the last step commits, and the next import begins anew.
 */
@Configuration(proxyBeanMethods = false)
class RegisterImportJob extends JdbcDefaultBatchConfiguration {
    static final String NAME = "register-import";

    /** Blocks of a thousand rows in a chunk. */
    private static final int BLOCKS = 10;

    private final DataSource database;
    private final EmployeeImport register;
    private final PlatformTransactionManager transactions;
    /**
     * A step's own transaction would hold a connection that says nothing while the import's one works, and the server would
     * end it.
     */
    private final PlatformTransactionManager steps = new ResourcelessTransactionManager();

    private final Fault fault;

    RegisterImportJob(DataSource database, EmployeeImport register, Fault fault) {
        this.database = database;
        this.register = register;
        this.transactions = new JdbcTransactionManager(database);
        this.fault = fault;
    }

    /** Compares first, so that only who differs is staged. */
    @Bean
    Job registerImport(
            @Qualifier("compare") Step compare,
            @Qualifier("stage") Step stage,
            @Qualifier("match") Step match,
            @Qualifier("stageRest") Step stageRest,
            @Qualifier("change") Step change,
            JobRepository repository) {
        return new JobBuilder(NAME, repository)
                .start(compare)
                .next(stage)
                .next(match)
                .next(stageRest)
                .next(change)
                .build();
    }

    @Bean
    Step compare(
            JobRepository repository,
            @Qualifier("rowsToCompare") ItemReader<ImportRowFeed.Block> reader,
            ItemProcessor<ImportRowFeed.Block, List<EmployeeRow>> processor) {
        // to be summed up is all that happens to these rows, and the processor has done it
        return rows("compare", repository, reader, processor, rows -> {});
    }

    @Bean
    Step stage(
            JobRepository repository,
            @Qualifier("rowsToStage") ItemReader<ImportRowFeed.Block> reader,
            ItemProcessor<ImportRowFeed.Block, List<EmployeeRow>> processor,
            ItemWriter<List<EmployeeRow>> writer) {
        return rows("stage", repository, reader, processor, writer);
    }

    @Bean
    Step match(JobRepository repository) {
        return once("match", repository, register::match);
    }

    /** Nearly always nothing: see {@link EmployeeImport#match()}. */
    @Bean
    Step stageRest(
            JobRepository repository,
            @Qualifier("rowsToStage") ItemReader<ImportRowFeed.Block> reader,
            ItemProcessor<ImportRowFeed.Block, List<EmployeeRow>> processor,
            ItemWriter<List<EmployeeRow>> writer) {
        return rows("stage-rest", repository, reader, processor, writer);
    }

    @Bean
    Step change(JobRepository repository) {
        return once("change", repository, register::change);
    }

    @Bean
    ItemReader<ImportRowFeed.Block> rowsToCompare() {
        return () -> fault.keep(register::toCompare);
    }

    @Bean
    ItemReader<ImportRowFeed.Block> rowsToStage() {
        return () -> fault.keep(register::toStage);
    }

    /** Rows become people, and what is wrong with them is noted. */
    @Bean
    ItemProcessor<ImportRowFeed.Block, List<EmployeeRow>> rowProcessor() {
        return block -> fault.keep(() -> register.read(block));
    }

    @Bean
    ItemWriter<List<EmployeeRow>> stagingWriter() {
        return chunk -> fault.keep(() -> {
            register.stage(chunk.getItems().stream().flatMap(List::stream).toList());
            return null;
        });
    }

    private Step rows(
            String name,
            JobRepository repository,
            ItemReader<ImportRowFeed.Block> reader,
            ItemProcessor<ImportRowFeed.Block, List<EmployeeRow>> processor,
            ItemWriter<List<EmployeeRow>> writer) {
        return new StepBuilder(name, repository)
                .<ImportRowFeed.Block, List<EmployeeRow>>chunk(BLOCKS)
                .reader(reader)
                .processor(processor)
                .writer(writer)
                .transactionManager(steps)
                .build();
    }

    private Step once(String name, JobRepository repository, Runnable work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            fault.keep(() -> {
                                work.run();
                                return null;
                            });
                            return RepeatStatus.FINISHED;
                        },
                        steps)
                .build();
    }

    /**
     * What went wrong. It is kept here, since Batch writes a fault into its log and tables with its message, and a
     * database's message may quote people.
     */
    static final class Fault {
        private @Nullable Exception first;

        <T> @Nullable T keep(Callable<@Nullable T> work) {
            try {
                return work.call();
            } catch (Exception e) {
                first = first == null ? e : first;
                throw new IllegalStateException(
                        "The import failed by " + e.getClass().getSimpleName());
            }
        }

        /** As it was thrown. */
        void rethrow() {
            if (first instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (first != null) {
                throw new IllegalStateException("The import failed", first);
            }
        }
    }

    @Override
    protected DataSource getDataSource() {
        return database;
    }

    @Override
    protected PlatformTransactionManager getTransactionManager() {
        return transactions;
    }

    @Override
    protected Isolation getIsolationLevelForCreate() {
        return Isolation.READ_COMMITTED;
    }
}
