package id.rekap.nightly;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * A share of the agencies. Its number stands in the partition's name: Batch stores a partition's context apart from its step,
 * and a crash between the two would lose it.
 */
final class Shard {
    private static final String NAME = "shard";

    private Shard() {}

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

    /** Hands out agencies that are still to be done; what is left stands in tables, so there is no position to keep. */
    static final class Pending<T> implements ItemReader<T> {
        private final Iterator<T> left;

        Pending(List<T> pending, Progress progress) {
            this.left = pending.iterator();
            progress.expect(pending.size());
        }

        @Override
        public @Nullable T read() {
            return left.hasNext() ? left.next() : null;
        }
    }
}
