package id.rekap.intake;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.tabular.FileRefused;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/**
 * A fault of ours that one delivery brings about costs that delivery, not the night of all others. A fault of the database or
 * the disk is nobody's delivery, and goes on; so does one that more than a few deliveries of a reading bring about, which is
 * the program's.
 */
final class DeliveryFaults {
    /** What is said of a file at which the program itself failed; its place is in the log. */
    private static final String FAILED = "program gagal membacanya; pengelola menemukan rinciannya di log";

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryFaults.class);
    private static final int FRAMES = 8;
    /** So many of a reading may be refused by a fault of ours. */
    private static final int FEW = 3;

    private int failed;

    ReadDelivery read(Delivery delivery, Supplier<ReadDelivery> reading, Function<FileRefused, ReadDelivery> refusal) {
        try {
            return MemoryRetry.of(reading);
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
            if (++failed > FEW) {
                throw e;
            }
            log(delivery, e);
            return refusal.apply(
                    new FileRefused(ExceptionCode.FILE_UNREADABLE, "", FAILED, "berkas yang dapat dibaca"));
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
