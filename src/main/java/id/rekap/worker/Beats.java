package id.rekap.worker;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/** A worker's signs of life: its own, and one for each partition that a thread of it works on at that moment. */
public final class Beats implements AutoCloseable {
    private final Workers workers;
    private final SharedPartitions partitions;
    private final long worker;
    private final String judgesBy;
    private final Set<Long> working = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService beats;

    public Beats(JdbcTemplate jdbc, long worker, String judgesBy) {
        this.workers = new Workers(jdbc);
        this.partitions = new SharedPartitions(jdbc);
        this.worker = worker;
        this.judgesBy = judgesBy;
        this.beats = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "worker-beat");
            thread.setDaemon(true);
            return thread;
        });
        long every = Workers.BEAT.toMillis();
        var unused = beats.scheduleWithFixedDelay(this::beat, every, every, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            workers.beat(worker, judgesBy);
            if (!working.isEmpty()) {
                partitions.beat(worker, Set.copyOf(working));
            }
        } catch (DataAccessException | TransactionException e) {
            // the next beat may come through; if none does, the run goes on without this worker
        }
    }

    /** Works on a partition; whatever becomes of that, its beats end with it. */
    public void during(SharedPartition partition, Runnable work) {
        working.add(partition.stepExecution());
        try {
            work.run();
        } finally {
            working.remove(partition.stepExecution());
        }
    }

    @Override
    public void close() {
        beats.shutdownNow();
    }
}
