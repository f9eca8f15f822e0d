package id.rekap.nightly;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * The reader of a partition: agencies, or what they dropped, that are still to be done. What is left stands in tables, so there
 * is no position to keep, and a restart reads what is left then.
 */
final class AgencyPartitionReader<T> implements ItemReader<T> {
    private final Iterator<T> left;

    AgencyPartitionReader(List<T> pending, Progress progress) {
        this.left = pending.iterator();
        progress.expect(pending.size());
    }

    @Override
    public @Nullable T read() {
        return left.hasNext() ? left.next() : null;
    }
}
