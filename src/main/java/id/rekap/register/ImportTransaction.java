package id.rekap.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** All of an import or nothing of it, and one import at a time in a database. */
final class ImportTransaction {
    private static final int WAIT_SECONDS = 60;
    // Lock names are of the whole server.
    private static final String LOCK = "concat('rekap.register.', left(sha2(database(), 256), 32))";

    private final DataSource database;
    private final boolean dryRun;

    ImportTransaction(DataSource database, boolean dryRun) {
        this.database = database;
        this.dryRun = dryRun;
    }

    /** Commits what the work did unless it was refused or this is a dry run. */
    ImportResult run(Function<JdbcTemplate, ImportResult> work) {
        try (Connection connection = database.getConnection()) {
            // The lock belongs to the connection and must outlive the transaction, so both need the same one.
            SingleConnectionDataSource one = new SingleConnectionDataSource(connection, true);
            JdbcTemplate jdbc = new JdbcTemplate(one);
            lock(jdbc);
            try {
                TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(one));
                transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
                return Objects.requireNonNull(transaction.execute(status -> {
                    ImportResult result = work.apply(jdbc);
                    if (dryRun || result.refused()) {
                        status.setRollbackOnly();
                    }
                    return result;
                }));
            } finally {
                jdbc.queryForObject("select release_lock(" + LOCK + ")", Integer.class);
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database cannot be reached: " + e.getMessage(), e);
        }
    }

    private static void lock(JdbcTemplate jdbc) {
        Integer got = jdbc.queryForObject("select get_lock(" + LOCK + ", ?)", Integer.class, WAIT_SECONDS);
        if (got == null || got != 1) {
            throw new CannotAcquireLockException(
                    "Another import is at work on this register; import again when it ends");
        }
    }
}
