package id.rekap.cli;

import id.rekap.lock.RunLock;
import id.rekap.nightly.Stopper;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * SIGTERM and Ctrl-C ask a command that listens to stop, a run at its next chunk, wait until everything is closed, and end
 * with the command's own exit code. A run whose database neither takes its writes nor refuses them ends like one that was
 * killed: nothing can wake its threads. Any other command ends at once.
 */
final class Signals implements Stopper {
    static final Signals STOPPER = new Signals();

    private static final int PATIENCE_SECONDS = 60;

    private static volatile @Nullable RunLock running;
    private static volatile boolean listening;
    private static volatile boolean ending;
    private static volatile int exit = Exit.INTERRUPTED;
    private static final CountDownLatch ENDED = new CountDownLatch(1);

    private Signals() {}

    /** Before anything else, since a signal may come while the program starts. */
    static void watch() {
        Runtime.getRuntime().addShutdownHook(new Thread(Signals::end, "signal"));
        Thread watch = new Thread(Signals::endWhereStuck, "stuck");
        watch.setDaemon(true);
        watch.start();
    }

    /** From now on a signal asks to stop, also while a database is opened or somebody's lock is waited for. */
    static void listen() {
        listening = true;
    }

    /** A signal is ending the program: the main thread leaves that to it. */
    @Override
    public boolean isAsked() {
        return ending;
    }

    @Override
    public void holds(RunLock lock) {
        running = lock;
        if (ending) {
            lock.askStop();
        }
    }

    /** The command has ended and everything is closed. */
    static int ended(int code) {
        running = null;
        exit = code;
        ENDED.countDown();
        listening = false;
        return code;
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
        Terminal.err(
                "Failed: the database lets every write wait, as MySQL does when its disk is full; its error log"
                        + " says why. Nothing is lost: make room or mend it, then the same command, or ./rekap restart with its mandate, goes on");
        Terminal.flush();
        Runtime.getRuntime().halt(Exit.FAILED);
    }

    private static void end() {
        if (ENDED.getCount() == 0) {
            return;
        }
        if (!listening) {
            Terminal.err("Interrupted before it had ended: what it writes, it writes whole or not at all."
                    + " The same command begins anew");
            Terminal.flush();
            Runtime.getRuntime().halt(Exit.INTERRUPTED);
        }
        ending = true;
        RunLock lock = running;
        if (lock != null) {
            lock.askStop();
        }
        try {
            if (ENDED.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(exit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
