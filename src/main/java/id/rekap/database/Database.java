package id.rekap.database;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The open database of a home: a pool of connections that all have the same settings, and the embedded server where
 * no other is named. Closing it stops an embedded server that nobody else uses.
 */
public final class Database implements AutoCloseable {
    /** Flyway holds a second connection while it migrates, a job one for each partition and one for its metadata. */
    private static final int SMALLEST_POOL = 4;

    private static final String NAME_IN_EMBEDDED_SERVER = "rekap";

    private final HikariDataSource dataSource;
    private final @Nullable EmbeddedServer server;

    private Database(HikariDataSource dataSource, @Nullable EmbeddedServer server) {
        this.dataSource = dataSource;
        this.server = server;
    }

    /**
     * Opens the database that the settings name, else the embedded one under {@code home/data}; creates the database
     * (not its schema, see {@link Schema}) when it is missing.
     *
     * @throws DatabaseUnusable with a message that says what to do
     */
    public static Database open(Path home, DatabaseSettings settings, int poolSize) {
        return open(home, settings, poolSize, true);
    }

    /**
     * Opens the database that is there, and makes nothing: no database, no directory, no server's installation.
     *
     * @throws DatabaseUnusable with a message that says what to do
     */
    public static Database openExisting(Path home, DatabaseSettings settings, int poolSize) {
        if (settings.isEmbedded() && !EmbeddedServer.isInstalled(home.resolve("data"))) {
            throw new DatabaseUnusable("The embedded database of this home is not there, nothing stands in "
                    + home.resolve("data") + ". Is a disk not mounted? Bring it back from a backup; where it is lost,"
                    + " ./rekap init --adopt makes an empty one");
        }
        return open(home, settings, poolSize, false);
    }

    private static Database open(Path home, DatabaseSettings settings, int poolSize, boolean makes) {
        if (!settings.isEmbedded()) {
            return new Database(connect(settings, poolSize, makes), null);
        }
        EmbeddedServer server = EmbeddedServer.startOrReuse(home.resolve("data"), EmbeddedServer.besideProgram());
        try {
            return new Database(connect(server.settings(NAME_IN_EMBEDDED_SERVER), poolSize, makes), server);
        } catch (RuntimeException unusable) {
            server.close();
            throw unusable;
        }
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    public boolean embedded() {
        return server != null;
    }

    /** Starts the embedded server again where it has died; says why where it does not start. */
    public Optional<String> revive() {
        try {
            if (server != null) {
                server.revive();
            }
            return Optional.empty();
        } catch (DatabaseUnusable unusable) {
            return Optional.ofNullable(unusable.getMessage());
        }
    }

    @Override
    public void close() {
        dataSource.close();
        if (server != null) {
            server.close();
        }
    }

    private static HikariDataSource connect(DatabaseSettings settings, int poolSize, boolean makes) {
        ServerAddress address = ServerAddress.of(settings.url());
        @Nullable Connection tried;
        try {
            tried = tryOut(settings, address, makes);
        } catch (SQLException failure) {
            throw ConnectionFailure.explain(settings, failure);
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("rekap");
        config.setDataSource(new FirstTried(settings.url(), ConnectionDefaults.of(settings), tried));
        config.setMaximumPoolSize(Math.max(poolSize, SMALLEST_POOL));
        // Else it would open a second one for a command that needs one, and close the first, which was tried out.
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setIdleTimeout(TimeUnit.SECONDS.toMillis(20));
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(10));
        // Below wait_timeout, so that the pool retires an idle connection before the server cuts it.
        config.setMaxLifetime(TimeUnit.SECONDS.toMillis(ConnectionDefaults.WAIT_TIMEOUT - 10));
        config.setKeepaliveTime(0);
        return new HikariDataSource(config);
    }

    /** One plain connection first: the driver's own error says more than the pool's. Null where the database was made. */
    private static @Nullable Connection tryOut(DatabaseSettings settings, ServerAddress address, boolean makes)
            throws SQLException {
        try {
            return checked(DriverManager.getConnection(settings.url(), ConnectionDefaults.of(settings)), settings);
        } catch (SQLException failure) {
            boolean mayBeMissing = failure.getErrorCode() == MysqlErrorNumbers.ER_BAD_DB_ERROR
                    || failure.getErrorCode() == MysqlErrorNumbers.ER_DBACCESS_DENIED_ERROR;
            if (!makes || !mayBeMissing) {
                throw failure;
            }
            create(settings, address);
            return null;
        }
    }

    private static Connection checked(Connection connection, DatabaseSettings settings) throws SQLException {
        try {
            ServerCheck.check(connection, settings);
            return connection;
        } catch (SQLException | RuntimeException refused) {
            connection.close();
            throw refused;
        }
    }

    private static void create(DatabaseSettings settings, ServerAddress address) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        address.withoutDatabase(settings.url()), ConnectionDefaults.of(settings));
                Statement statement = connection.createStatement()) {
            ServerCheck.check(connection, settings);
            statement.execute("CREATE DATABASE IF NOT EXISTS `"
                    + address.database().replace("`", "``") + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        }
    }
}
