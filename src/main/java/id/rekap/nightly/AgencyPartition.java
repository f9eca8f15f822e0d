package id.rekap.nightly;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * A share of the agencies. Its number stands in the partition's name: Batch stores a partition's context apart from its step,
 * and a crash between the two would lose it.
 */
final class AgencyPartition {
    private static final String NAME = "shard";

    private AgencyPartition() {}

    /**
     * A partition for each shard that has something left to do, whatever the configuration says now: an idle partition would
     * cost half a dozen commits of Batch's own.
     */
    static Partitioner partitioner(String step, int shards, IntPredicate hasWork, Progress progress) {
        return gridSize -> {
            progress.step(step);
            Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
            for (int i = 0; i < shards; i++) {
                if (hasWork.test(i)) {
                    partitions.put(NAME + i, new ExecutionContext());
                }
            }
            return partitions;
        };
    }

    static int of(StepExecution step) {
        String name = step.getStepName();
        return Integer.parseInt(name.substring(name.lastIndexOf(NAME) + NAME.length()));
    }
}
