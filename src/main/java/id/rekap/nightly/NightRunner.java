package id.rekap.nightly;

import id.rekap.catalogue.Catalogue;
import id.rekap.lock.LockAcquisition;
import id.rekap.lock.LockLost;
import id.rekap.lock.RunLock;
import id.rekap.mandate.Mandate;
import id.rekap.nightly.Attempts.Attempt;
import id.rekap.report.Publication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs a night under its lock: begins it or goes on with it, and says how it ended. */
public final class NightRunner {
    private final Path home;
    private final DataSource dataSource;
    private final Mandate mandate;
    private final List<Mandate> others;
    private final String defaultMandate;
    private final RunSettings settings;
    private final Capacity capacity;
    private final Clock clock;
    private final String version;

    public NightRunner(
            Path home,
            DataSource dataSource,
            Mandate mandate,
            List<Mandate> others,
            String defaultMandate,
            RunSettings settings,
            Capacity capacity,
            Clock clock,
            String version) {
        this.home = home;
        this.dataSource = dataSource;
        this.mandate = mandate;
        this.others = others;
        this.defaultMandate = defaultMandate;
        this.settings = settings;
        this.capacity = capacity;
        this.clock = clock;
        this.version = version;
    }

    /** How a call ended. */
    public enum End {
        PUBLISHED,
        ALREADY_COMPLETE,
        NO_REGISTER,
        STOPPED,
        FAILED
    }

    /**
     * The end of a call.
     *
     * @param run that it is about, null without one
     * @param seconds from the job's start to its end
     * @param steps seconds of each step
     */
    public record Result(
            End end,
            @Nullable Run run,
            double seconds,
            long rows,
            Map<String, Double> steps,
            @Nullable String failure) {
        static Result nothingDone(End end, @Nullable Run run) {
            return new Result(end, run, 0, 0, Map.of(), null);
        }

        Result withRows(long all) {
            return new Result(end, run, seconds, all, steps, failure);
        }
    }

    /**
     * Begins the night of a date, or goes on with it.
     *
     * @param stopper is given each lock as soon as it is held
     * @param reviving starts a database of this program's own again where it has died, or says why it cannot
     */
    public Result run(
            LocalDate date,
            boolean again,
            Progress progress,
            Consumer<String> saying,
            Stopper stopper,
            Supplier<Optional<String>> reviving) {
        try (Attempts attempts = new Attempts(saying, stopper::holds, this::stopped, reviving)) {
            return attempts.run(again, more -> once(date, more, progress, saying, stopper, attempts));
        }
    }

    private Attempt once(
            LocalDate date,
            boolean again,
            Progress progress,
            Consumer<String> saying,
            Stopper stopper,
            Attempts attempts) {
        RunStore runs = new RunStore(new JdbcTemplate(dataSource));
        if (!runs.hasRegister(date)) {
            return Attempt.last(Result.nothingDone(End.NO_REGISTER, null));
        }
        Optional<Run> earlier = runs.latest(mandate.id(), date);
        if (!again && earlier.filter(Run::isPublished).isPresent()) {
            return Attempt.last(Result.nothingDone(End.ALREADY_COMPLETE, earlier.orElseThrow()));
        }
        RegisterTypes.check(dataSource, mandate, date);
        Optional<RunLock> taken =
                new LockAcquisition(dataSource, mandate.id(), date, attempts.lock()).take(saying, stopper::isAsked);
        if (taken.isEmpty()) {
            return Attempt.last(Result.nothingDone(End.STOPPED, attempts.begun()));
        }
        RunLock lock = taken.get();
        attempts.holds(lock);
        Optional<Run> latest = runs.latest(mandate.id(), date);
        if (!again && latest.filter(Run::isPublished).isPresent()) {
            return Attempt.last(Result.nothingDone(End.ALREADY_COMPLETE, latest.orElseThrow()));
        }
        Run run = lock.owning(() -> begin(runs, latest, date));
        attempts.works(run);
        return work(run, lock, progress, runs, capacity.shared() && !attempts.isLast() ? saying : null);
    }

    /** Between two attempts. */
    private void stopped(Run run, RunLock lock) {
        ended(new RunStore(new JdbcTemplate(dataSource)), run, lock, Run.State.STOPPED, null);
    }

    /** Who has lost the lock has no say in how the run of the next owner ended. */
    private void ended(RunStore runs, Run run, RunLock lock, Run.State state, @Nullable String failure) {
        try {
            lock.owning(() -> {
                runs.ended(run, state, failure, clock.instant());
                return run;
            });
        } catch (LockLost e) {
            // said by the result
        }
    }

    private Run begin(RunStore runs, Optional<Run> latest, LocalDate date) {
        if (latest.isPresent() && !latest.get().isPublished()) {
            return runs.restarted(latest.get());
        }
        int revision = latest.map(Run::revision).orElse(0) + 1;
        return runs.create(mandate.id(), date, revision, capacity.shards(), settings, clock.instant());
    }

    /** @param sharing is told who works with this run, null where nobody is to */
    private Attempt work(Run run, RunLock lock, Progress progress, RunStore runs, @Nullable Consumer<String> sharing) {
        try (SharedRun shared = sharing == null ? null : shared(run, lock, sharing)) {
            return work(run, lock, progress, runs, shared);
        }
    }

    private @Nullable SharedRun shared(Run run, RunLock lock, Consumer<String> saying) {
        List<Mandate> all = Stream.concat(Stream.of(mandate), others.stream()).toList();
        try {
            return new SharedRun(dataSource, home.resolve("archive"), run, lock, JudgesBy.of(version, all), saying);
        } catch (IOException e) {
            saying.accept("The archive takes no mark for workers (" + e.getMessage() + "): this run works alone");
            return null;
        }
    }

    private Attempt work(Run run, RunLock lock, Progress progress, RunStore runs, @Nullable SharedRun shared) {
        RunContext night = new RunContext(
                run,
                mandate,
                others,
                home,
                Publication.reports(home, mandate.id(), defaultMandate),
                Catalogue.load(),
                lock,
                clock,
                progress,
                version,
                capacity.atOnce(),
                shared);
        try (ConfigurableApplicationContext context = JobContext.open(night, dataSource)) {
            JobExecution execution = launch(context, run, lock);
            Result result = JobEnd.result(run, execution);
            if (result.end() == End.STOPPED || result.end() == End.FAILED) {
                Run.State state = result.end() == End.STOPPED ? Run.State.STOPPED : Run.State.FAILED;
                ended(runs, run, lock, state, result.failure());
            }
            if (result.end() == End.FAILED) {
                // Batch ends in UNKNOWN what it could not save, also over what a new owner has closed
                new BatchTables(new JdbcTemplate(dataSource)).closeOpen(execution.getId());
            }
            boolean passing = result.end() == End.FAILED && JobEnd.hasPassingFault(execution);
            return new Attempt(result.end() == End.PUBLISHED ? result.withRows(runs.rows(run)) : result, passing);
        }
    }

    private JobExecution launch(ConfigurableApplicationContext context, Run run, RunLock lock) {
        String name = NightlyParameters.name(run);
        JobOperator operator = context.getBean(JobOperator.class);
        BatchTables tables = new BatchTables(new JdbcTemplate(dataSource));
        if (!tables.open(name).isEmpty()) {
            lock.owning(() -> {
                tables.closeOpen(name);
                return name;
            });
        }
        Optional<Long> last = tables.last(name);
        try {
            if (last.isPresent()) {
                JobExecution before = context.getBean(JobRepository.class).getJobExecution(last.get());
                if (before != null) {
                    return operator.restart(before);
                }
            }
            return operator.start(context.getBean(Job.class), NightlyParameters.of(name));
        } catch (org.springframework.batch.core.job.JobExecutionException e) {
            throw new IllegalStateException("Batch refuses to start the run " + name + ": " + e.getMessage(), e);
        }
    }
}
