package id.rekap.register;

import id.rekap.tabular.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The rows of an import's files, in blocks: a thread of its own parses the next ones while the last are worked on. */
final class ImportRowFeed implements AutoCloseable {
    private static final int BLOCK = 1000;
    private static final int AHEAD = 8;
    private static final int LOOK_MILLIS = 200;

    private final BlockingQueue<Block> ahead = new ArrayBlockingQueue<>(AHEAD);
    private final List<String> warnings = new ArrayList<>();
    private final RegisterFile register = new RegisterFile(Field.OF_EMPLOYEES, this::problem, warnings);
    private final FutureTask<@Nullable Void> reading;
    private final Thread thread;

    private List<Problem> problems = new ArrayList<>();
    private List<Line> lines = new ArrayList<>(BLOCK);
    private boolean ended;

    /**
     * A row and where it comes from.
     *
     * @param sheet the number of its source among {@link #sources()}
     */
    record Line(Source source, int sheet, Row row) {}

    /** Problems of files, and the rows that stand behind them. */
    record Block(List<Problem> problems, List<Line> lines) {
        private boolean isEnd() {
            return problems.isEmpty() && lines.isEmpty();
        }
    }

    ImportRowFeed(List<Path> files) {
        reading = new FutureTask<>(() -> {
            read(files);
            return null;
        });
        thread = new Thread(reading, "register-files");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(List<Path> files) throws InterruptedException {
        List<Problem> ofNames = new ArrayList<>();
        Map<Path, String> names = FileNames.of(files, ofNames);
        ofNames.forEach(this::problem);
        names.forEach((path, name) -> register.read(path, name, this::row));
        handOver();
        ahead.put(new Block(List.of(), List.of()));
    }

    /** Problems stand before the rows of their block, so rows that came before them are handed over first. */
    private void problem(Problem problem) {
        if (!lines.isEmpty() || problems.size() == BLOCK) {
            handOver();
        }
        problems.add(problem);
    }

    private void row(Source source, Row row) {
        lines.add(new Line(source, register.sources().size() - 1, row));
        if (lines.size() == BLOCK) {
            handOver();
        }
    }

    private void handOver() {
        if (lines.isEmpty() && problems.isEmpty()) {
            return;
        }
        try {
            ahead.put(new Block(problems, lines));
        } catch (InterruptedException nobodyReadsOn) {
            throw new IllegalStateException("The reading of the files was given up", nobodyReadsOn);
        }
        problems = new ArrayList<>();
        lines = new ArrayList<>(BLOCK);
    }

    /** The next block, or null at the end. */
    @Nullable
    Block next() throws InterruptedException {
        while (!ended) {
            Block block = ahead.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (block != null) {
                ended = block.isEnd();
                return ended ? null : block;
            }
            if (reading.isDone() && ahead.isEmpty()) {
                failed();
            }
        }
        return null;
    }

    private void failed() throws InterruptedException {
        try {
            reading.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The files cannot be read", e.getCause());
        }
    }

    /** The sheets read; to be asked at the end. */
    List<Source> sources() {
        return register.sources();
    }

    List<String> warnings() {
        return warnings;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
