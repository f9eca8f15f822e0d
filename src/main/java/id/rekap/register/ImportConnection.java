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
 * The connection of an import. It holds the lock that lets one import at a time into a database, the staged rows, and in the
 * end the transaction; a process that dies leaves nothing of the three.
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
    private final boolean hasLock;

    private ImportConnection(Connection connection, boolean hasLock) {
        this.connection = connection;
        this.hasLock = hasLock;
        this.one = new SingleConnectionDataSource(connection, true);
        this.jdbc = new JdbcTemplate(one);
    }

    /** Waits a minute for an import that is at work. */
    static ImportConnection open(DataSource database) {
        return open(database, true);
    }

    /** A second one of the import that has the lock. */
    static ImportConnection beside(DataSource database) {
        return open(database, false);
    }

    private static ImportConnection open(DataSource database, boolean locks) {
        try {
            ImportConnection opened = new ImportConnection(database.getConnection(), locks);
            try {
                opened.begin(locks);
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

    private void begin(boolean locks) throws SQLException {
        // One statement may write millions of rows: no limit but the server's own.
        connection.setNetworkTimeout(Runnable::run, 0);
        jdbc.execute("set @rekap_silent = @@session.wait_timeout, session wait_timeout = " + SILENT_SECONDS);
        if (locks) {
            lock();
        }
    }

    private void lock() {
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
        return end(dryRun, work, () -> {});
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

    /**
     * Commits what the work did, and what was written since the beginning, unless it was refused or is only tried.
     *
     * @param before what is done last before that
     */
    ImportResult end(boolean dryRun, Function<JdbcTemplate, ImportResult> work, Runnable before) {
        try {
            ImportResult result = work.apply(jdbc);
            if (!dryRun && !result.refused()) {
                before.run();
                commit();
            }
            return result;
        } finally {
            undo();
        }
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw unreachable(e);
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
            if (hasLock) {
                jdbc.queryForObject("select release_lock(" + LOCK + ")", Integer.class);
            }
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
