package id.rekap.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that write the files of a set. Closing stops what is under way, and none writes after it. */
final class Writers implements Closeable {
    private final int atOnce;
    private final ExecutorService threads;

    Writers(int atOnce) {
        this.atOnce = atOnce;
        this.threads = Executors.newFixedThreadPool(atOnce);
    }

    int atOnce() {
        return atOnce;
    }

    <T> Future<T> begin(Callable<T> work) {
        return threads.submit(work);
    }

    /** A file, or some. */
    interface Writing {
        void write() throws IOException;
    }

    Future<?> begin(Writing files) {
        return threads.submit(() -> {
            files.write();
            return null;
        });
    }

    /** Waits for the end of a work, and gives what it gave or throws what it threw. */
    static <T> T end(Future<T> work) throws IOException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a set was written");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            // a late writer would write into the set of the next attempt
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("A file of a set is still being written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
