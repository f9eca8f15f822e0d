package id.rekap.worker;

import id.rekap.lock.LockOwner;
import id.rekap.lock.RunLock;
import java.sql.Types;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Workers that have said that they are there, and that they live. */
public final class Workers {
    /** Between two signs of life. */
    static final Duration BEAT = RunLock.BEAT;

    private static final String ALL = """
            select w.*, timestampdiff(second, w.beat_at, utc_timestamp(3)) as still,
              (select group_concat(concat(p.step, ' shard ', p.shard, ' of ', p.mandate, ' ', p.business_date)
                 order by p.step_execution separator ', ')
               from worker_partition p where p.worker_id = w.worker_id and p.state = 'WORKS') as works_on
            from worker w order by w.worker_id""";

    private final JdbcTemplate jdbc;

    public Workers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** This process works from now on; rows of those that ended long ago go. */
    public long enter(String judgesBy) {
        jdbc.update("delete from worker where beat_at < utc_timestamp(3) - interval 1 day");
        return insert(null, judgesBy);
    }

    private long insert(@Nullable Long id, String judgesBy) {
        LockOwner me = LockOwner.thisProcess();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement("""
                            insert into worker (worker_id, owner, host, pid, process_start, judges_by, since, beat_at)
                            values (?, ?, ?, ?, ?, ?, utc_timestamp(3), utc_timestamp(3))""", new String[] {"worker_id"});
                    insert.setObject(1, id, Types.BIGINT);
                    insert.setString(2, me.words());
                    insert.setString(3, me.host());
                    insert.setLong(4, me.pid());
                    insert.setLong(5, me.processStart());
                    insert.setString(6, judgesBy);
                    return insert;
                },
                key);
        return id == null ? Objects.requireNonNull(key.getKey()).longValue() : id;
    }

    /** A sign of life. Who slept for days finds its row gone, and enters again. */
    void beat(long worker, String judgesBy) {
        if (jdbc.update("update worker set beat_at = utc_timestamp(3) where worker_id = ?", worker) == 0) {
            insert(worker, judgesBy);
        }
    }

    /** Why a run gives it no work; nothing where none has said so. */
    public Optional<String> refusal(long worker) {
        return jdbc
                .queryForList(
                        "select refused from worker where worker_id = ? and refused is not null", String.class, worker)
                .stream()
                .findFirst();
    }

    /** It gets no work, and why. */
    public void refuse(long worker, String why) {
        jdbc.update("update worker set refused = ? where worker_id = ?", why, worker);
    }

    public void leave(long worker) {
        jdbc.update("delete from worker where worker_id = ?", worker);
    }

    /** Those of the last day, dead ones too. */
    public List<Worker> all() {
        return jdbc.query(
                ALL,
                (r, i) -> new Worker(
                        r.getLong("worker_id"),
                        new LockOwner(r.getString("host"), r.getLong("pid"), r.getLong("process_start")),
                        r.getString("judges_by"),
                        String.valueOf(r.getString("since")),
                        r.getLong("still"),
                        r.getString("refused"),
                        r.getString("works_on") == null
                                ? List.of()
                                : List.of(r.getString("works_on").split(", "))));
    }

    /** Those that live and judge as a run does; every other one that lives is told by what it differs, and ends with that. */
    public List<Worker> fit(String judgesBy) {
        List<Worker> alive = all().stream()
                .filter(worker -> worker.isAlive() && worker.refused() == null)
                .toList();
        alive.stream()
                .filter(worker -> !worker.judgesBy().equals(judgesBy))
                .forEach(worker -> refuse(worker.id(), difference(worker.judgesBy(), judgesBy)));
        return alive.stream()
                .filter(worker -> worker.judgesBy().equals(judgesBy))
                .toList();
    }

    /** A run works with its equals only, by name where they differ. */
    static String difference(String worker, String run) {
        return "it has " + only(worker, run) + ", the run has " + only(run, worker);
    }

    private static String only(String of, String other) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(of.split(", ")));
        words.removeAll(Arrays.asList(other.split(", ")));
        return words.isEmpty() ? "no more" : words.stream().collect(Collectors.joining(" and "));
    }
}
