package id.rekap.worker;

import id.rekap.lock.LockOwner;
import id.rekap.lock.RunLock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process that works on parts of runs, as others see it.
 *
 * @param process which one it is
 * @param judgesBy program version and mandates, each with its digest
 * @param since UTC
 * @param stillSeconds since its last beat, by the database's clock
 * @param refused why it gets no work, null where nothing speaks against it
 * @param worksOn partitions, in words
 */
public record Worker(
        long id,
        LockOwner process,
        String judgesBy,
        String since,
        long stillSeconds,
        @Nullable String refused,
        List<String> worksOn) {

    /** Has it shown a sign of life within the lease? */
    public boolean isAlive() {
        return stillSeconds < RunLock.LEASE.toSeconds() && !process.isKnownDead();
    }

    public String name() {
        return process.words();
    }
}
