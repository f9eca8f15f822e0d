package id.rekap.cli;

import id.rekap.nightly.RunLock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * SIGTERM and Ctrl-C ask the run to stop at its next chunk, wait for it, and end with the run's own exit code. A run whose
 * database neither takes its writes nor refuses them ends like one that was killed: nothing can wake its threads.
 */
final class Signals {
    private static final int PATIENCE_SECONDS = 60;

    private static volatile @Nullable RunLock running;
    private static volatile boolean ending;
    private static volatile int exit = 130;
    private static final CountDownLatch ENDED = new CountDownLatch(1);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Signals::end, "signal"));
        Thread watch = new Thread(Signals::endWhereStuck, "stuck");
        watch.setDaemon(true);
        watch.start();
    }

    private Signals() {}

    static void watch(RunLock lock) {
        running = lock;
    }

    /** The run has ended and everything is closed. */
    static int ended(int code) {
        running = null;
        exit = code;
        ENDED.countDown();
        return code;
    }

    /** A signal is ending the program: the main thread leaves that to it. */
    static boolean isEnding() {
        return ending;
    }

    /** Looks twice: a process that slept may find the answer in its socket only now. */
    private static void endWhereStuck() {
        try {
            for (int looks = 0; looks < 2; ) {
                TimeUnit.SECONDS.sleep(1);
                RunLock lock = running;
                looks = lock != null && lock.isStuck() ? looks + 1 : 0;
            }
        } catch (InterruptedException e) {
            return;
        }
        System.err.println(
                "Failed: the database lets every write wait, as MySQL does when its disk is full; its error log"
                        + " says why. Nothing is lost: make room or mend it, then the same command, or ./rekap restart with its mandate, goes on");
        System.err.flush();
        Runtime.getRuntime().halt(Exit.FAILED);
    }

    private static void end() {
        RunLock lock = running;
        if (lock == null) {
            return;
        }
        ending = true;
        lock.askStop();
        try {
            if (ENDED.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(exit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
