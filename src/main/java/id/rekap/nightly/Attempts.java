package id.rekap.nightly;

import id.rekap.lock.LockLost;
import id.rekap.lock.RunLock;
import id.rekap.nightly.NightRunner.End;
import id.rekap.nightly.NightRunner.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A few attempts at a night. What passes by itself (see {@link TransientFault}) ends an attempt, not the night: the next one goes
 * on as a restart would, with a lock and a token of its own, so a thread that the last one left behind cannot commit. Batch's
 * own retry would repeat a write in the transaction that the server has just taken away.
 */
final class Attempts implements AutoCloseable {
    /** Before each further attempt: long enough for a server to come back, shorter than an operator's patience. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(9));

    private final Consumer<String> saying;
    private final Consumer<RunLock> onLock;
    private final BiConsumer<Run, RunLock> stopped;
    private final Supplier<Optional<String>> reviving;
    private @Nullable RunLock lock;
    private @Nullable Run run;
    private boolean othersCameBetween;
    private boolean isLast;

    Attempts(
            Consumer<String> saying,
            Consumer<RunLock> onLock,
            BiConsumer<Run, RunLock> stopped,
            Supplier<Optional<String>> reviving) {
        this.saying = saying;
        this.onLock = onLock;
        this.stopped = stopped;
        this.reviving = reviving;
    }

    /** How an attempt ended, and whether another may do better. */
    record Attempt(Result result, boolean mayGoOn) {
        static Attempt last(Result result) {
            return new Attempt(result, false);
        }

        private static Attempt failed(@Nullable Run run, @Nullable String why, boolean mayGoOn) {
            return new Attempt(new Result(End.FAILED, run, 0, 0, Map.of(), why), mayGoOn);
        }
    }

    /** One attempt. */
    interface Trying {
        Attempt once(boolean again);
    }

    /** The last attempt's, held through the pause: who wants to stop the run finds it. */
    @Nullable
    RunLock lock() {
        return lock;
    }

    void holds(RunLock held) {
        if (lock != null) {
            lock.end();
            othersCameBetween |= held.token() != lock.token() + 1;
        }
        lock = held;
        onLock.accept(held);
    }

    /** Is none to follow? Then it relies on nobody else. */
    boolean isLast() {
        return isLast;
    }

    /** What an earlier attempt has begun. */
    @Nullable
    Run begun() {
        return run;
    }

    void works(Run begun) {
        run = begun;
    }

    Result run(boolean again, Trying trying) {
        long start = System.nanoTime();
        Attempt attempt = attempt(again, trying);
        for (Duration pause : PAUSES) {
            if (!attempt.mayGoOn()) {
                break;
            }
            saying.accept(
                    "The run failed, " + attempt.result().failure() + "; going on in " + pause.toSeconds() + " s");
            if (isStoppedIn(pause)) {
                return Result.nothingDone(End.STOPPED, run);
            }
            Optional<String> dead = reviving.get();
            if (dead.isPresent()) {
                return Attempt.failed(run, dead.get(), false).result();
            }
            isLast = pause.equals(PAUSES.get(PAUSES.size() - 1));
            // a revision that has begun is gone on with
            attempt = attempt(again && run == null, more -> published(trying.once(more), start));
        }
        return attempt.result();
    }

    /** Where this run is found complete, and nobody else can have done it, only the word of it was lost. */
    private Attempt published(Attempt attempt, long start) {
        if (attempt.result().end() != End.ALREADY_COMPLETE
                || run == null
                || lock == null
                || othersCameBetween
                || lock.isTaken()) {
            return attempt;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return Attempt.last(new Result(End.PUBLISHED, attempt.result().run(), seconds, 0, Map.of(), null));
    }

    private Attempt attempt(boolean again, Trying trying) {
        try {
            return trying.once(again);
        } catch (LockLost e) {
            return Attempt.failed(run, e.getMessage(), false);
        } catch (RuntimeException e) {
            if (!TransientFault.is(e)) {
                throw e;
            }
            return Attempt.failed(run, FaultRedaction.fault(e).getMessage(), true);
        }
    }

    private boolean isStoppedIn(Duration pause) {
        long until = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < until && (lock == null || !lock.isStopAsked())) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        if (lock == null || !lock.wasStopAsked()) {
            return false;
        }
        try {
            if (run != null) {
                stopped.accept(run, lock);
            }
        } catch (DataAccessException | TransactionException e) {
            // the database is away: a restart finds a run that failed
        }
        return true;
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
    }
}
