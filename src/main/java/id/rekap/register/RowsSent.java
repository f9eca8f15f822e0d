package id.rekap.register;

import id.rekap.database.LoadedRows;
import id.rekap.database.Marks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that the server takes on the import's connection while the next ones are read. */
final class RowsSent {
    private static final int BATCH = 2000;

    private final JdbcTemplate jdbc;
    private final boolean isLoading;
    private CompletableFuture<@Nullable Void> last = CompletableFuture.completedFuture(null);

    RowsSent(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.isLoading = LoadedRows.isAllowed(jdbc);
    }

    /**
     * Waits for the rows before.
     *
     * @param values of a row, one for each column
     */
    <T> void send(String table, String columns, Collection<T> rows, Function<T, List<Object>> values) {
        if (rows.isEmpty()) {
            return;
        }
        Runnable send = isLoading ? load(table, columns, rows, values) : insert(table, columns, rows, values);
        await();
        last = CompletableFuture.runAsync(send, run -> new Thread(run, "register-rows").start());
    }

    private <T> Runnable load(String table, String columns, Collection<T> rows, Function<T, List<Object>> values) {
        LoadedRows loaded = new LoadedRows();
        rows.forEach(row -> loaded.add(values.apply(row)));
        return () -> loaded.into(jdbc, table, columns);
    }

    private <T> Runnable insert(String table, String columns, Collection<T> rows, Function<T, List<Object>> values) {
        List<Object[]> arguments =
                rows.stream().map(row -> values.apply(row).toArray()).collect(Collectors.toCollection(ArrayList::new));
        String marks = Marks.of(arguments.get(0).length);
        String insert = "insert into " + table + " (" + columns + ") values (" + marks + ")";
        return () -> {
            for (int from = 0; from < arguments.size(); from += BATCH) {
                jdbc.batchUpdate(insert, arguments.subList(from, Math.min(arguments.size(), from + BATCH)));
            }
        };
    }

    /** Until this returns nobody else may use the connection. */
    void await() {
        try {
            last.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : e;
        } finally {
            last = CompletableFuture.completedFuture(null);
        }
    }
}
