package id.rekap.nightly;

import id.rekap.intake.InboxReceiver;
import id.rekap.intake.SeenFile;
import id.rekap.lock.InboxLock;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What reader, processor, writer and listener of the step receive share: the inbox while this run owns it, and the files that
 * are still to be copied. Without the inbox there are none.
 */
final class InboxSession {
    private final Queue<SeenFile> left = new ArrayDeque<>();
    private @Nullable InboxLock lock;
    private @Nullable InboxReceiver receiving;

    void begin(InboxLock taken, InboxReceiver begun) {
        lock = taken;
        receiving = begun;
    }

    /** Files that this run has to copy, in their order. */
    Queue<SeenFile> left() {
        return left;
    }

    InboxReceiver receiving() {
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
