package id.rekap.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The one connection of an import. It holds the lock that lets one import at a time into a database, the staged rows, and in
 * the end the transaction; a process that dies leaves nothing of the three.
 */
final class ImportConnection implements AutoCloseable {
    private static final int WAIT_SECONDS = 60;
    /** Big files are read for longer than the database waits for a silent connection. */
    private static final int SILENT_SECONDS = 3600;
    // Lock names are of the whole server.
    private static final String LOCK = "concat('rekap.register.', left(sha2(database(), 256), 32))";

    private final Connection connection;
    private final SingleConnectionDataSource one;
    private final JdbcTemplate jdbc;

    private ImportConnection(Connection connection) {
        this.connection = connection;
        this.one = new SingleConnectionDataSource(connection, true);
        this.jdbc = new JdbcTemplate(one);
    }

    /** Waits a minute for an import that is at work. */
    static ImportConnection open(DataSource database) {
        try {
            ImportConnection opened = new ImportConnection(database.getConnection());
            try {
                opened.lock();
                return opened;
            } catch (RuntimeException | SQLException e) {
                opened.giveBack();
                throw e;
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static DataAccessResourceFailureException unreachable(SQLException e) {
        return new DataAccessResourceFailureException("The database cannot be reached: " + e.getMessage(), e);
    }

    private void lock() throws SQLException {
        // One statement may write millions of rows: no limit but the server's own.
        connection.setNetworkTimeout(Runnable::run, 0);
        jdbc.execute("set @rekap_silent = @@session.wait_timeout, session wait_timeout = " + SILENT_SECONDS);
        Integer got = jdbc.queryForObject("select get_lock(" + LOCK + ", ?)", Integer.class, WAIT_SECONDS);
        if (got == null || got != 1) {
            throw new CannotAcquireLockException(
                    "Another import is at work on this register; import again when it ends");
        }
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Commits what the work did unless it was refused or is only tried. */
    ImportResult transaction(boolean dryRun, Function<JdbcTemplate, ImportResult> work) {
        begin();
        return end(dryRun, work);
    }

    /** Whatever is written from here on is the work of {@link #end} too, or of nobody after {@link #undo}. */
    void begin() {
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** Commits what the work did, and what was written since the beginning, unless it was refused or is only tried. */
    ImportResult end(boolean dryRun, Function<JdbcTemplate, ImportResult> work) {
        try {
            ImportResult result = work.apply(jdbc);
            if (!dryRun && !result.refused()) {
                connection.commit();
            }
            return result;
        } catch (SQLException e) {
            throw unreachable(e);
        } finally {
            undo();
        }
    }

    /** Takes back whatever was written since the beginning and not committed. */
    void undo() {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    @Override
    public void close() {
        try {
            undo();
            jdbc.execute("set session wait_timeout = @rekap_silent");
            jdbc.queryForObject("select release_lock(" + LOCK + ")", Integer.class);
        } finally {
            giveBack();
        }
    }

    private void giveBack() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }
}
