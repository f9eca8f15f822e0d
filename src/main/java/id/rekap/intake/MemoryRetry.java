package id.rekap.intake;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Who runs out of memory works once more while nobody else does: only what it needs by itself is its own fault. */
public final class MemoryRetry {
    private static final ReadWriteLock MEMORY = new ReentrantReadWriteLock();

    private MemoryRetry() {}

    /**
     * What the work gives; it may be done twice.
     *
     * @throws OutOfMemoryError where it needs more than there is
     */
    public static <T> T of(Supplier<T> work) {
        try {
            return holding(MEMORY.readLock(), work);
        } catch (OutOfMemoryError perhapsOfOthers) {
            return holding(MEMORY.writeLock(), work);
        }
    }

    private static <T> T holding(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
