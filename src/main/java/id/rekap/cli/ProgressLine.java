package id.rekap.cli;

import id.rekap.nightly.Progress;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Progress on standard error: a bar where there is a terminal, else a plain line now and then. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long EVERY_NANOS = 5_000_000_000L;

    /** Null without a terminal on Java 17 to 21; from 22 on a console may stand for a pipe. */
    @SuppressWarnings("SystemConsoleNull")
    private final boolean terminal = System.console() != null;

    private @Nullable ProgressBar bar;
    private String step = "";
    private long expected;
    private long done;
    private long rows;
    private long began;
    private long told;

    @Override
    public synchronized void step(String name) {
        close();
        step = name;
        expected = 0;
        done = 0;
        rows = 0;
        began = System.nanoTime();
        told = began;
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(0)
                    .setConsumer(new ConsoleProgressBarConsumer(Terminal.drawing()))
                    .setUpdateIntervalMillis(200)
                    .build();
        }
    }

    @Override
    public synchronized void expect(long more) {
        expected += more;
        if (bar != null) {
            bar.maxHint(expected);
        }
    }

    @Override
    public synchronized void done(long items, long more) {
        done += items;
        rows += more;
        if (bar != null) {
            bar.stepBy(items);
            bar.setExtraMessage(rate() + " rows/s");
        } else if (System.nanoTime() - told > EVERY_NANOS) {
            told = System.nanoTime();
            double seconds = (told - began) / 1e9;
            long left = done == 0 ? 0 : Math.round(seconds * (expected - done) / done);
            Terminal.err(step + " " + (expected == 0 ? 0 : done * 100 / expected) + " % (" + done + " of " + expected
                    + "), " + rate() + " rows/s, " + left + " s left");
        }
    }

    @Override
    public void waits(String why) {
        Terminal.err(why);
    }

    /** So many rows so far, of an unknown total. */
    synchronized void total(long soFar) {
        if (bar != null) {
            bar.stepTo(soFar);
        } else if (System.nanoTime() - told > EVERY_NANOS) {
            told = System.nanoTime();
            Terminal.err(step + ": " + soFar + " rows");
        }
    }

    private long rate() {
        return Math.round(rows / Math.max(0.001, (System.nanoTime() - began) / 1e9));
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
