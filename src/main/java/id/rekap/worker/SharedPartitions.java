package id.rekap.worker;

import id.rekap.lock.LockOwner;
import id.rekap.lock.OwnerSign;
import id.rekap.lock.RunLock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Partitions of runs that others may work on, in {@code worker_partition}. Whoever turns a row from waiting to working has it: a
 * message that comes twice, or after the run has another owner, finds nothing.
 */
public final class SharedPartitions {
    /** Who has a partition that the run itself works on. */
    public static final long RUN_ITSELF = 0;

    private static final RowMapper<SharedPartition> PARTITION = (r, i) -> new SharedPartition(
            r.getLong("step_execution"),
            r.getLong("run_id"),
            r.getString("mandate"),
            r.getObject("business_date", LocalDate.class),
            r.getLong("token"),
            r.getString("step"),
            r.getInt("shard"));

    private static final String PROGRESS = """
            select p.*, w.host, w.pid, w.process_start,
              timestampdiff(second, p.beat_at, utc_timestamp(3)) as still
            from worker_partition p left join worker w on w.worker_id = p.worker_id
            where p.run_id = ? and p.token = ? and p.step = ? order by p.step_execution""";

    private final JdbcTemplate jdbc;

    public SharedPartitions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a partition stands. */
    public enum State {
        WAITS,
        WORKS,
        DONE,
        STOPPED,
        FAILED
    }

    /**
     * How far a partition has come.
     *
     * @param sign of life of whoever works on it, null where nobody does, or the run itself
     * @param failure without data
     * @param passes by itself
     */
    public record Standing(
            SharedPartition partition,
            State state,
            @Nullable OwnerSign sign,
            @Nullable String failure,
            boolean passes) {}

    /** Runs that somebody owns, whether they share anything or not: with each its token, and no partition. */
    public List<SharedPartition> ofLiveRuns() {
        return jdbc.query("""
                select 0 as step_execution, r.run_id, r.mandate, r.business_date, l.token, '' as step, 0 as shard
                from run_lock l join run r on r.mandate = l.mandate and r.business_date = l.business_date
                where l.owner is not null and r.state = 'STARTED'""", PARTITION);
    }

    /** In the caller's transaction, with the messages. */
    public void offer(Collection<SharedPartition> partitions) {
        jdbc.batchUpdate(
                """
                insert into worker_partition (step_execution, run_id, mandate, business_date, token, step, shard, state)
                values (?, ?, ?, ?, ?, ?, ?, 'WAITS')""",
                partitions.stream()
                        .map(one -> new Object[] {
                            one.stepExecution(),
                            one.run(),
                            one.mandate(),
                            one.date(),
                            one.token(),
                            one.step(),
                            one.shard()
                        })
                        .toList());
    }

    /** Takes one that still waits, and whose run has the owner that offered it; for the run itself, or a worker that is known. */
    public Optional<SharedPartition> claim(long stepExecution, long worker) {
        int taken = jdbc.update("""
                update worker_partition p set state = 'WORKS', worker_id = ?, beat_at = utc_timestamp(3)
                where step_execution = ? and state = 'WAITS'
                  and exists (
                    select 1 from run_lock l
                    where l.mandate = p.mandate and l.business_date = p.business_date and l.token = p.token
                      and l.owner is not null)
                  and (? = 0 or exists (select 1 from worker w where w.worker_id = ?))""", worker, stepExecution, worker, worker);
        return taken == 0
                ? Optional.empty()
                : jdbc
                        .query("select * from worker_partition where step_execution = ?", PARTITION, stepExecution)
                        .stream()
                        .findFirst();
    }

    /** A sign of life for those that a worker works on. */
    void beat(long worker, Collection<Long> stepExecutions) {
        jdbc.batchUpdate(
                "update worker_partition set beat_at = utc_timestamp(3) where step_execution = ? and worker_id = ? and state = 'WORKS'",
                stepExecutions.stream().map(one -> new Object[] {one, worker}).toList());
    }

    /** Whoever took it cannot work on it after all. */
    public void giveBack(SharedPartition partition, long worker) {
        jdbc.update("""
                update worker_partition set state = 'WAITS', worker_id = null, beat_at = null
                where step_execution = ? and worker_id = ? and state = 'WORKS'""", partition.stepExecution(), worker);
    }

    /** How it ended, as whoever had it says. */
    public void ended(SharedPartition partition, long worker, State state, @Nullable String failure, boolean passes) {
        jdbc.update(
                "update worker_partition set state = ?, failure = ?, passes = ? where step_execution = ? and worker_id = ?",
                state.name(),
                failure,
                passes,
                partition.stepExecution(),
                worker);
    }

    /** All of a step. */
    public List<Standing> of(long run, long token, String step) {
        return jdbc.query(
                PROGRESS,
                (r, i) -> {
                    SharedPartition partition = PARTITION.mapRow(r, i);
                    State state = State.valueOf(r.getString("state"));
                    boolean isElsewhere = state == State.WORKS && r.getLong("worker_id") != RUN_ITSELF;
                    return new Standing(
                            partition,
                            state,
                            isElsewhere
                                    ? new OwnerSign(
                                            new LockOwner(
                                                    String.valueOf(r.getString("host")),
                                                    r.getLong("pid"),
                                                    r.getLong("process_start")),
                                            r.getLong("worker_id"),
                                            "",
                                            String.valueOf(r.getString("beat_at")),
                                            r.getString("host") == null
                                                    ? RunLock.LEASE.toSeconds()
                                                    : r.getLong("still"))
                                    : null,
                            r.getString("failure"),
                            r.getBoolean("passes"));
                },
                run,
                token,
                step);
    }

    /** Those that an owner of a run offered, and its predecessors. */
    public void forget(long run, long token) {
        jdbc.update("delete from worker_partition where run_id = ? and token <= ?", run, token);
    }
}
