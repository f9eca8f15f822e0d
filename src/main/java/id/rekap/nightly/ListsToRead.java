package id.rekap.nightly;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.rekap.intake.Delivery;
import id.rekap.intake.IntakeBatch;
import id.rekap.intake.Submissions;
import id.rekap.reconcile.LastIntakeBatch;
import id.rekap.reconcile.NightPlan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the step read works on: deliveries that were received and not yet read, an agency's together. */
final class ListsToRead {
    private final RunContext night;
    private final JdbcTemplate jdbc;
    private final Submissions submissions;
    private @Nullable Map<Integer, List<List<Delivery>>> ofShards;
    private IntakeBatch done = IntakeBatch.NONE;
    private IntakeBatch lastRead = IntakeBatch.NONE;

    ListsToRead(RunContext night, JdbcTemplate jdbc) {
        this.night = night;
        this.jdbc = jdbc;
        this.submissions = new Submissions(jdbc, night.mandate().id());
    }

    boolean hasWork(int shard) {
        return !toRead(shard).isEmpty();
    }

    /** Looked for once, when all is received: each shard is asked for twice. */
    synchronized List<List<Delivery>> toRead(int shard) {
        if (ofShards == null) {
            ReadMark mark = new ReadMark(jdbc);
            IntakeBatch upTo = new IntakeBatch(
                    night.run().date(), LastIntakeBatch.of(night.run().ref(), jdbc));
            // before the look: what is done only after it has not been looked at
            done = mark.lastDone(upTo);
            lastRead = mark.of(night.run().mandate());
            ofShards = submissions.toRead(lastRead, upTo).entrySet().stream()
                    .collect(groupingBy(
                            agency ->
                                    NightPlan.shard(agency.getKey(), night.run().shards()),
                            mapping(Map.Entry::getValue, toList())));
        }
        return ofShards.getOrDefault(shard, List.of());
    }

    /** The last batch that the mandate had read before this night. */
    synchronized IntakeBatch lastRead() {
        toRead(0);
        return lastRead;
    }

    /** Once all shards have read theirs: the next night looks at what came later only. In the caller's transaction. */
    synchronized void allRead() {
        new ReadMark(jdbc).set(night.run(), done);
    }
}
