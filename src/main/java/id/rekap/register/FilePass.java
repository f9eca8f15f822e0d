package id.rekap.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One walk over the files of an import, from blocks of rows to people. */
final class FilePass implements AutoCloseable {
    private final ImportRowFeed feed;
    private final List<Problem> fresh = new ArrayList<>();
    private final EmployeeReader reader;
    private final Found found;
    private final NumberSums sums = new NumberSums();
    private final boolean isSummed;
    private final Map<String, Integer> active = new TreeMap<>();
    private int rows;

    /** Is told what is wrong with files and rows. */
    interface Found {
        void problem(long row, Problem problem);
    }

    /** @param isSummed whether its rows will be compared */
    FilePass(ImportRowFeed feed, Function<List<Problem>, EmployeeReader> reader, Found found, boolean isSummed) {
        this.feed = feed;
        this.reader = reader.apply(fresh);
        this.found = found;
        this.isSummed = isSummed;
    }

    ImportRowFeed.@Nullable Block next() throws InterruptedException {
        return feed.next();
    }

    /** The block's rows as people, also those that are wrong: their numbers are compared all the same. */
    List<EmployeeRow> read(ImportRowFeed.Block block) {
        block.problems().forEach(problem -> found.problem(rows, problem));
        List<EmployeeRow> people = new ArrayList<>(block.lines().size());
        for (ImportRowFeed.Line line : block.lines()) {
            rows++;
            EmployeeRow row = reader.read(rows, line.sheet(), line.source(), line.row());
            if (isSummed) {
                sums.add(row);
            }
            active.merge(row.version().type(), row.version().active() ? 1 : 0, Integer::sum);
            people.add(row);
            if (!fresh.isEmpty()) {
                fresh.forEach(problem -> found.problem(rows, problem));
                fresh.clear();
            }
        }
        return people;
    }

    /** After the last row: what is told of all rows together. */
    List<Problem> last() {
        reader.finish(feed.warnings());
        return List.copyOf(fresh);
    }

    int rows() {
        return rows;
    }

    NumberSums sums() {
        return sums;
    }

    /** Of each type of all rows, how many people are active. */
    Map<String, Integer> active() {
        return active;
    }

    List<Source> sources() {
        return feed.sources();
    }

    List<String> warnings() {
        return feed.warnings();
    }

    @Override
    public void close() {
        feed.close();
    }
}
