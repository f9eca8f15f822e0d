package id.rekap.nightly;

import id.rekap.lock.RunLock;
import id.rekap.worker.ArchiveMark;
import id.rekap.worker.Requests;
import id.rekap.worker.SharedPartition;
import id.rekap.worker.SharedPartitions;
import id.rekap.worker.SharedPartitions.Standing;
import id.rekap.worker.Worker;
import id.rekap.worker.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** What one attempt at a run shares with workers of other machines, under the token of its lock. */
final class SharedRun implements AutoCloseable {
    private final TransactionTemplate transaction;
    private final Workers workers;
    private final SharedPartitions partitions;
    private final Requests requests;
    private final ArchiveMark mark;
    private final Run run;
    private final RunLock lock;
    private final JudgesBy judgesBy;
    private final Consumer<String> saying;
    private final List<String> sent = new ArrayList<>();
    private String said = "";

    SharedRun(DataSource dataSource, Path archive, Run run, RunLock lock, JudgesBy judgesBy, Consumer<String> saying)
            throws IOException {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.workers = new Workers(jdbc);
        this.partitions = new SharedPartitions(jdbc);
        this.requests = new Requests(jdbc, judgesBy.text());
        this.mark = new ArchiveMark(archive, run.id(), lock.token());
        this.run = run;
        this.lock = lock;
        this.judgesBy = judgesBy;
        this.saying = saying;
        partitions.forget(run.id(), lock.token() - 1);
        requests.withdrawOld();
        mark.write();
    }

    SharedPartitions partitions() {
        return partitions;
    }

    /** Ends with the lock: the next owner's partitions are others. */
    List<Standing> standing(String step) {
        lock.look();
        return partitions.of(run.id(), lock.token(), step);
    }

    /** What is done, is offered no longer. */
    void withdraw() {
        requests.withdraw(sent);
        sent.clear();
    }

    /** To whoever is there, and whoever comes. */
    void offer(String step, Set<StepExecution> executions) {
        sayWhoIsThere();
        List<SharedPartition> offered = executions.stream()
                .map(one -> new SharedPartition(
                        one.getId(), run.id(), run.mandate(), run.date(), lock.token(), step, AgencyPartition.of(one)))
                .toList();
        transaction.executeWithoutResult(s -> {
            partitions.offer(offered);
            offered.forEach(one -> sent.add(requests.send(new StepExecutionRequest(step, one.stepExecution()))));
            lock.check();
        });
    }

    /** Also refuses those that judge otherwise: while a step runs, too, since workers come and go. */
    void sayWhoIsThere() {
        List<Worker> there = workers.fit(judgesBy.text());
        String now = there.isEmpty()
                ? "No worker is there: this run works alone; ./rekap worker on another machine helps it, at any time"
                : "Working with " + there.stream().map(Worker::name).collect(Collectors.joining(", "));
        if (!now.equals(said)) {
            said = now;
            saying.accept(now);
        }
    }

    /** No later step is shared, and who is killed after its publication comes back to nothing. */
    static void end(@Nullable SharedRun shared) {
        if (shared != null) {
            shared.close();
        }
    }

    /** What is left over is nobody's work any more. */
    @Override
    public void close() {
        try {
            withdraw();
            partitions.forget(run.id(), lock.token());
            mark.remove();
        } catch (DataAccessException | TransactionException | IOException e) {
            // the next attempt, or the next run of the date, takes them away
            LoggerFactory.getLogger(SharedRun.class)
                    .info("Left behind: {}", e.getClass().getSimpleName());
        }
    }
}
