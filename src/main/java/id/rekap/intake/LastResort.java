package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.tabular.FileRefused;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/**
 * A fault of ours that one delivery brings about costs that delivery, not the night of all others. A fault of the database or
 * the disk is nobody's delivery, and goes on.
 */
final class LastResort {
    /** What is said of a file at which the program itself failed; its place is in the log. */
    private static final String FAILED = "program gagal membacanya; pengelola menemukan rinciannya di log";

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);
    private static final int FRAMES = 8;

    /** Shared by all who read at once; alone holds it who ran out of memory, which somebody else may have taken. */
    private static final ReadWriteLock MEMORY = new ReentrantReadWriteLock();

    private LastResort() {}

    static ReadDelivery read(
            Delivery delivery, Supplier<ReadDelivery> reading, Function<FileRefused, ReadDelivery> refusal) {
        try {
            try {
                return with(MEMORY.readLock(), reading);
            } catch (OutOfMemoryError perhapsOfOthers) {
                return with(MEMORY.writeLock(), reading);
            }
        } catch (NestedRuntimeException | UncheckedIOException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            log(delivery, e);
            return refusal.apply(new FileRefused(
                    ExceptionCode.FILE_TOO_LARGE,
                    "",
                    "membacanya perlu memori lebih dari yang ada",
                    "daftar yang lebih kecil"));
        } catch (StackOverflowError | RuntimeException e) {
            log(delivery, e);
            return refusal.apply(
                    new FileRefused(ExceptionCode.FILE_UNREADABLE, "", FAILED, "berkas yang dapat dibaca"));
        }
    }

    private static ReadDelivery with(Lock lock, Supplier<ReadDelivery> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }

    /** Where it failed, and nothing of what its files hold. */
    private static void log(Delivery delivery, Throwable fault) {
        StringBuilder place = new StringBuilder();
        StackTraceElement[] frames = fault.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            place.append(" at ").append(frames[i]);
        }
        LOG.error(
                "The drop of {} of {} was refused, since reading it failed: {}{}; please report it",
                delivery.agency(),
                delivery.receivedOn(),
                fault.getClass().getSimpleName(),
                place);
    }
}
