package id.rekap.cli;

import id.rekap.worker.Worker;
import id.rekap.worker.Workers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A worker of the last day that has not ended by itself, as status shows it.
 *
 * @param worker process and host
 * @param beatSeconds since its last sign of life
 * @param worksOn step, shard and run of each partition that it has
 * @param refused why it gets no work
 */
record WorkerLine(
        String worker,
        String since,
        long beatSeconds,
        boolean isUp,
        List<String> worksOn,
        @Nullable String refused) {
    static List<WorkerLine> of(JdbcTemplate jdbc) {
        return new Workers(jdbc).all().stream().map(WorkerLine::of).toList();
    }

    private static WorkerLine of(Worker worker) {
        return new WorkerLine(
                worker.name(),
                worker.since(),
                worker.stillSeconds(),
                worker.isAlive(),
                worker.worksOn(),
                worker.refused());
    }

    String text() {
        String what = worksOn.isEmpty() ? "waits for work" : "works on " + String.join(", ", worksOn);
        return "worker  " + worker + ", since " + since + " UTC, last beat " + beatSeconds + " s ago"
                + (isUp ? ", " + what : ", is gone") + (refused == null ? "" : ", gets no work: " + refused);
    }
}
