package id.rekap.nightly;

import id.rekap.lock.LockHeld;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work of a night's own steps in one transaction that is always rolled back. Nothing that it writes may have a key that a run
 * writes too: so neither waits for the other or sees it.
 */
final class RolledBack {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    RolledBack(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /** What may fail to read files. */
    interface Work<T> {
        T call() throws IOException;
    }

    /** @throws LockHeld where somebody keeps whole tables from being written to */
    <T> T of(Work<T> work) {
        @Nullable
        T said = FaultRedaction.call(() -> {
            try {
                return transaction.execute(status -> {
                    status.setRollbackOnly();
                    return ConnectionKeepAlive.during(jdbc, () -> done(work));
                });
            } catch (PessimisticLockingFailureException e) {
                return null;
            }
        });
        if (said == null) {
            throw new LockHeld("Somebody keeps tables of the database locked, as a backup may; no run does."
                    + " The same command again when that is done");
        }
        return said;
    }

    private static <T> T done(Work<T> work) {
        try {
            return work.call();
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
    }

    /** Tells this transaction from others that are rolled back at the same time. */
    static int session(JdbcTemplate jdbc) {
        Long id = jdbc.queryForObject("select connection_id()", Long.class);
        return id == null ? 0 : (int) (id % Integer.MAX_VALUE);
    }
}
