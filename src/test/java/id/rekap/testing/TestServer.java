package id.rekap.testing;

import id.rekap.database.Database;
import id.rekap.database.DatabaseSettings;
import id.rekap.database.EmbeddedServer;
import id.rekap.database.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * The server of a test run: an embedded one in the {@link TestPlace}, or the one that {@code REKAP_TEST_URL},
 * {@code REKAP_TEST_USERNAME} and {@code REKAP_TEST_PASSWORD} name (with or without a database in the URL). It is
 * opened once for a process. A class's databases are dropped when it has ended ({@link DropDatabases}); at the end of the
 * run all others are, or the embedded server is removed.
 */
public final class TestServer {
    /** One for each build folder and each of the processes that share its tests. */
    private static final Path EMBEDDED = TestPlace.PATH.resolve("rekap-test-server-"
            + Integer.toHexString(Path.of("target").toAbsolutePath().hashCode())
            + "-" + System.getProperty("rekap.test.process", "p1"));

    private static @Nullable TestServer instance;

    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = database()";
    private static final String WRITTEN = """
            select concat('`', column_name, '`') from information_schema.columns where table_schema = database()
            and table_name = ? and extra not like '%GENERATED%' order by ordinal_position""";

    private final Function<String, DatabaseSettings> settings;
    private final String prefix = "rekap_test_" + ProcessHandle.current().pid() + "_";
    private final AtomicInteger count = new AtomicInteger();
    private final List<String> databases = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private @Nullable Original template;

    private TestServer(Function<String, DatabaseSettings> settings) {
        this.settings = settings;
    }

    public static synchronized TestServer get() {
        TestServer server = instance;
        if (server == null) {
            server = open();
            instance = server;
        }
        return server;
    }

    /** A name that nobody used; the database itself is made by {@code Database.open}. */
    public synchronized DatabaseSettings freshDatabase() {
        String name = prefix + count.incrementAndGet();
        databases.add(name);
        return settings.apply(name);
    }

    /** One without a table. */
    public DatabaseSettings emptyDatabase() {
        DatabaseSettings fresh = freshDatabase();
        try (Connection connection = connect(settings.apply(""));
                Statement statement = connection.createStatement()) {
            statement.execute("create database `" + nameOf(fresh) + "` character set utf8mb4 collate utf8mb4_bin");
            return fresh;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * A database to be copied, with what it holds now.
     *
     * @param name of the database that is copied
     * @param filling statements that copy the rows of those tables that have any into a database that {@code %s} stands for
     */
    public record Original(String name, List<String> tables, List<String> filling) {}

    /**
     * As {@link #freshDatabase}, with the program's schema in it: copied from a database that the migrations have made,
     * which takes a tenth of the time.
     */
    public synchronized DatabaseSettings freshSchema() {
        return copyOf(schema());
    }

    /** Is not dropped when the class of tests that made it has ended. */
    public synchronized DatabaseSettings keep(DatabaseSettings database) {
        databases.remove(nameOf(database));
        kept.add(nameOf(database));
        return database;
    }

    /** To copy a database as it is now; it is kept. */
    public Original original(DatabaseSettings database) {
        keep(database);
        String name = nameOf(database);
        List<String> filling = new ArrayList<>();
        try (Connection connection = connect(database)) {
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            List<String> tables = jdbc.queryForList(TABLES, String.class);
            for (String table : tables) {
                if (!jdbc.queryForList("select 1 from " + table + " limit 1").isEmpty()) {
                    String columns = String.join(", ", jdbc.queryForList(WRITTEN, String.class, table));
                    filling.add("insert into `%s`." + table + " (" + columns + ") select " + columns + " from `" + name
                            + "`." + table);
                }
            }
            return new Original(name, tables, filling);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public synchronized DatabaseSettings copyOf(Original original) {
        DatabaseSettings fresh = freshDatabase();
        String name = nameOf(fresh);
        try (Connection connection = connect(settings.apply(""));
                Statement statement = connection.createStatement()) {
            statement.execute("create database `" + name + "` character set utf8mb4 collate utf8mb4_bin");
            for (String table : original.tables()) {
                statement.addBatch("create table `" + name + "`." + table + " like `" + original.name() + "`." + table);
            }
            for (String filling : original.filling()) {
                statement.addBatch(filling.replace("%s", name));
            }
            statement.executeBatch();
            return fresh;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** One that was made by {@link #freshSchema} and used since, as it was: its rows go, which costs less than new tables. */
    public synchronized void emptied(DatabaseSettings used) {
        Original schema = schema();
        String name = nameOf(used);
        try (Connection connection = connect(used);
                Statement statement = connection.createStatement()) {
            for (String table : schema.tables()) {
                statement.addBatch("delete from " + table);
            }
            for (String filling : schema.filling()) {
                statement.addBatch(filling.replace("%s", name));
            }
            connection.setAutoCommit(false);
            statement.executeBatch();
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Original schema() {
        Original made = template;
        if (made == null) {
            DatabaseSettings migrated = freshDatabase();
            try (Database database = Database.open(Path.of("target"), migrated, 2)) {
                Schema.migrate(database.dataSource());
            }
            made = original(migrated);
            template = made;
        }
        return made;
    }

    private static Connection connect(DatabaseSettings database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }

    private static String nameOf(DatabaseSettings database) {
        return database.url().replaceAll("^.*/|[?].*$", "");
    }

    private static TestServer open() {
        @Nullable String url = System.getenv("REKAP_TEST_URL");
        if (url != null && !url.isBlank()) {
            String username = System.getenv().getOrDefault("REKAP_TEST_USERNAME", "rekap");
            String password = System.getenv().getOrDefault("REKAP_TEST_PASSWORD", "rekap");
            TestServer server =
                    new TestServer(name -> new DatabaseSettings(withDatabase(url, name), username, password));
            Runtime.getRuntime().addShutdownHook(new Thread(server::dropAll));
            return server;
        }
        EmbeddedServer embedded = EmbeddedServer.startOrReuse(EMBEDDED, EmbeddedServer.besideProgram());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(embedded)));
        return new TestServer(embedded::settings);
    }

    /** Another process may use it still. */
    private static void remove(EmbeddedServer server) {
        long process = server.pid();
        server.close();
        if (ProcessHandle.of(process).isEmpty()) {
            try {
                FileSystemUtils.deleteRecursively(EMBEDDED);
            } catch (IOException failure) {
                System.err.println(EMBEDDED + " could not be removed: " + failure);
            }
        }
    }

    private static String withDatabase(String url, String name) {
        int parameters = url.indexOf('?');
        String address = parameters < 0 ? url : url.substring(0, parameters);
        int slash = address.indexOf('/', address.indexOf("//") + 2);
        return (slash < 0 ? address : address.substring(0, slash)) + "/" + name
                + (parameters < 0 ? "" : url.substring(parameters));
    }

    /** Of the classes of tests that have ended. */
    static synchronized void dropDatabases() {
        TestServer server = instance;
        if (server != null) {
            server.drop(server.databases);
        }
    }

    private synchronized void dropAll() {
        drop(databases);
        drop(kept);
    }

    private synchronized void drop(List<String> dropped) {
        if (dropped.isEmpty()) {
            return;
        }
        try (Connection connection = connect(settings.apply(""));
                Statement statement = connection.createStatement()) {
            for (String database : dropped) {
                statement.execute("DROP DATABASE IF EXISTS `" + database + "`");
            }
            dropped.clear();
        } catch (SQLException failure) {
            System.err.println("The test databases " + dropped + " could not be dropped: " + failure.getMessage());
        }
    }
}
