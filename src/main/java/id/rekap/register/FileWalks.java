package id.rekap.register;

import id.rekap.mandate.Group;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The walks over the files of an import, one after another; what is wrong with their rows is noted on the first. */
final class FileWalks implements AutoCloseable {
    private final ImportRequest request;
    private final Function<List<Problem>, EmployeeReader> reader;
    private final ImportProblems problems;
    private final GroupCheck groups;
    private final IntConsumer progress;

    private @Nullable FilePass pass;
    private @Nullable FilePass first;
    private @Nullable Group group;
    private boolean isReadToItsEnd;

    FileWalks(
            ImportRequest request,
            Function<List<Problem>, EmployeeReader> reader,
            TypesByGroup types,
            ImportProblems problems,
            IntConsumer progress) {
        this.request = request;
        this.reader = reader;
        this.problems = problems;
        this.groups = new GroupCheck(request.group(), types, problems);
        this.progress = progress;
    }

    /**
     * The next rows of this walk, or of a new one after {@link #finish}; null at the end of the files.
     *
     * @param isSummed whether the first walk's rows will be compared
     */
    ImportRowFeed.@Nullable Block next(boolean isSummed) throws InterruptedException {
        if (isReadToItsEnd) {
            return null;
        }
        if (pass == null) {
            FilePass.Found found = first == null
                    ? (row, problem) -> problems.add(ImportProblems.About.ROW, row, problem)
                    : (row, problem) -> {};
            pass = new FilePass(new ImportRowFeed(request.files()), reader, found, isSummed && first == null);
        }
        ImportRowFeed.Block block = pass.next();
        isReadToItsEnd = block == null;
        return block;
    }

    /**
     * Ends a walk whose last row is read: not as soon as it is, since Batch reads a chunk before it works on it.
     *
     * @return the walk that has ended now; null: none
     */
    @Nullable
    FilePass finish() {
        if (!isReadToItsEnd) {
            return null;
        }
        FilePass ended = now();
        pass = null;
        isReadToItsEnd = false;
        if (first == null) {
            first = ended;
            progress.accept(ended.rows());
            problems.addAll(ImportProblems.About.ROW, ended.rows(), ended.last());
            if (ended.rows() == 0 && problems.isEmpty()) {
                ofFiles("no rows", "the whole register, or a whole group of it", "");
            }
            group = groups.group(ended.sources()).orElse(null);
        }
        return ended;
    }

    void ofFiles(String found, String expected, String action) {
        problems.add(ImportProblems.About.ROW, Long.MAX_VALUE, new Problem("", "", null, "", found, expected, action));
    }

    /** The rows as people. */
    List<EmployeeRow> read(ImportRowFeed.Block block) {
        FilePass now = now();
        int before = now.rows();
        List<EmployeeRow> rows = now.read(block);
        if (first == null) {
            rows.forEach(groups::check);
            if (now.rows() / 1000 > before / 1000) {
                progress.accept(now.rows());
            }
        }
        return rows;
    }

    /** The walk at work. */
    FilePass now() {
        return Objects.requireNonNull(pass);
    }

    /** The first one; null until it has ended. */
    @Nullable
    FilePass first() {
        return first;
    }

    /** What the files are the whole register of, after the first walk; null: of everybody. */
    @Nullable
    Group group() {
        return group;
    }

    @Override
    public void close() {
        if (pass != null) {
            pass.close();
        }
    }
}
