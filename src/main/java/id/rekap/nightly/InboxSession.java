package id.rekap.nightly;

import id.rekap.intake.Listed;
import id.rekap.intake.Receiving;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What reader, processor, writer and listener of the step receive share: the inbox while this run owns it, and the files that
 * are still to be copied. Without the inbox there are none.
 */
final class InboxSession {
    private final Queue<Listed> left = new ArrayDeque<>();
    private @Nullable InboxLock lock;
    private @Nullable Receiving receiving;

    void begin(InboxLock taken, Receiving begun) {
        lock = taken;
        receiving = begun;
    }

    /** Files that this run has to copy, in their order. */
    Queue<Listed> left() {
        return left;
    }

    Receiving receiving() {
        if (receiving == null) {
            throw new IllegalStateException("Files are taken by the owner of the inbox only");
        }
        return receiving;
    }

    /** Null where this run takes nothing. */
    @Nullable
    InboxLock lock() {
        return lock;
    }
}
