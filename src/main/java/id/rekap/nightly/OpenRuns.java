package id.rekap.nightly;

import id.rekap.catalogue.Catalogue;
import id.rekap.lock.RunLock;
import id.rekap.mandate.Mandate;
import id.rekap.worker.ArchiveMark;
import id.rekap.worker.SharedPartition;
import id.rekap.worker.SharedPartitions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The jobs of the attempts that a worker works for, one for each token; those that nobody uses any more are closed. */
final class OpenRuns implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final Path home;
    private final DataSource dataSource;
    private final List<Mandate> mandates;
    private final Clock clock;
    private final String version;
    private final ConfigurableApplicationContext ready;
    private final Map<Attempt, Opened> open = new HashMap<>();
    private volatile boolean isOpening;

    OpenRuns(Path home, DataSource dataSource, List<Mandate> mandates, Clock clock, String version) {
        this.home = home;
        this.dataSource = dataSource;
        this.mandates = mandates;
        this.clock = clock;
        this.version = version;
        this.ready = JobContext.ready(home, dataSource);
    }

    private record Attempt(long run, long token) {}

    private static final class Opened {
        private final RunLock lock;
        private final ConfigurableApplicationContext context;
        private int users;
        private long usedAt;

        Opened(RunLock lock, ConfigurableApplicationContext context) {
            this.lock = lock;
            this.context = context;
        }

        void close() {
            context.close();
            lock.close();
        }
    }

    /** One thread's use of a context. */
    final class Use implements AutoCloseable {
        private final SharedPartition partition;
        private final Opened opened;

        private Use(SharedPartition partition, Opened opened) {
            this.partition = partition;
            this.opened = opened;
        }

        boolean seesArchive() {
            return mark(partition).isSeen();
        }

        PartitionWork work(long worker) {
            return new PartitionWork(
                    opened.context.getBean(JobRepository.class),
                    opened.context.getBean(StepForms.class),
                    new SharedPartitions(new JdbcTemplate(dataSource)),
                    worker);
        }

        @Override
        public void close() {
            release(opened);
        }
    }

    synchronized Use open(SharedPartition partition) {
        Attempt attempt = new Attempt(partition.run(), partition.token());
        Opened opened = open.computeIfAbsent(attempt, a -> opened(partition));
        opened.users++;
        return new Use(partition, opened);
    }

    /** Before anything of a run that shares is offered: whoever took a partition first, would let the run wait for a context. */
    void prepare(List<SharedPartition> runs) {
        for (SharedPartition run : runs) {
            if (mark(run).isSeen()) {
                isOpening = true;
                try {
                    open(run).close();
                } finally {
                    isOpening = false;
                }
            }
        }
    }

    synchronized boolean isAny() {
        return !open.isEmpty();
    }

    boolean isOpening() {
        return isOpening;
    }

    private ArchiveMark mark(SharedPartition partition) {
        return new ArchiveMark(home.resolve("archive"), partition.run(), partition.token());
    }

    private synchronized void release(Opened opened) {
        opened.users--;
        opened.usedAt = System.nanoTime();
    }

    private Opened opened(SharedPartition partition) {
        RunStore store = new RunStore(new JdbcTemplate(dataSource));
        Run run = store.latest(partition.mandate(), partition.date())
                .filter(latest -> latest.id() == partition.run())
                .orElseThrow(() -> new FaultRedaction.StepFault("The run is another one by now", true));
        Mandate mandate = mandates.stream()
                .filter(one -> one.id().equals(run.mandate()))
                .findFirst()
                .orElseThrow();
        RunLock lock = RunLock.of(dataSource, run.mandate(), run.date(), partition.token());
        RunContext night = new RunContext(
                run,
                mandate,
                mandates.stream().filter(one -> !one.equals(mandate)).toList(),
                home,
                home.resolve("reports"),
                Catalogue.load(),
                lock,
                clock,
                Progress.NONE,
                version,
                1,
                null);
        try {
            return new Opened(lock, JobContext.on(ready, night));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    synchronized void closeIdle() {
        open.values().removeIf(opened -> {
            boolean isIdle = opened.users == 0 && System.nanoTime() - opened.usedAt > IDLE.toNanos();
            if (isIdle) {
                opened.close();
            }
            return isIdle;
        });
    }

    /** What is worked on ends at its next chunk. */
    synchronized void askToStop() {
        open.values().forEach(opened -> opened.lock.askStop());
    }

    @Override
    public synchronized void close() {
        open.values().forEach(Opened::close);
        open.clear();
        ready.close();
    }
}
