package id.rekap.testing;

import id.rekap.database.Database;
import id.rekap.database.DatabaseSettings;
import id.rekap.database.EmbeddedServer;
import id.rekap.database.Schema;
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

/**
 * The server of a test run: the embedded one, kept under target/, or the one that {@code REKAP_TEST_URL},
 * {@code REKAP_TEST_USERNAME} and {@code REKAP_TEST_PASSWORD} name (with or without a database in the URL). It is
 * opened once for the whole run; at its end all fresh databases are dropped and an embedded server stops.
 */
public final class TestServer {
    private static @Nullable TestServer instance;

    private final Function<String, DatabaseSettings> settings;
    private final String prefix = "rekap_test_" + ProcessHandle.current().pid() + "_";
    private final AtomicInteger count = new AtomicInteger();
    private final List<String> databases = new ArrayList<>();
    private final List<String> tables = new ArrayList<>();
    private final List<String> filled = new ArrayList<>();
    private @Nullable String template;

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

    /**
     * As {@link #freshDatabase}, with the program's schema in it: copied from a database that the migrations have made,
     * which takes a tenth of the time.
     */
    public synchronized DatabaseSettings freshSchema() {
        String original = template();
        DatabaseSettings fresh = freshDatabase();
        String copy = databases.get(databases.size() - 1);
        try (Database made = Database.open(Path.of("target"), fresh, 1);
                Connection connection = made.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.addBatch("create table `" + copy + "`." + table + " like `" + original + "`." + table);
            }
            for (String table : filled) {
                statement.addBatch(
                        "insert into `" + copy + "`." + table + " select * from `" + original + "`." + table);
            }
            statement.executeBatch();
            return fresh;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** One that was made by {@link #freshSchema} and used since, as it was: its rows go, which costs less than new tables. */
    public synchronized void emptied(DatabaseSettings used) {
        String original = template();
        try (Connection connection = DriverManager.getConnection(used.url(), used.username(), used.password());
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.addBatch("delete from " + table);
            }
            for (String table : filled) {
                statement.addBatch("insert into " + table + " select * from `" + original + "`." + table);
            }
            connection.setAutoCommit(false);
            statement.executeBatch();
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String template() {
        String made = template;
        if (made == null) {
            try (Database database = Database.open(Path.of("target"), freshDatabase(), 2)) {
                Schema.migrate(database.dataSource());
                JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
                tables.addAll(jdbc.queryForList(
                        "select table_name from information_schema.tables where table_schema = database()",
                        String.class));
                tables.stream()
                        .filter(table -> !jdbc.queryForList("select 1 from " + table + " limit 1")
                                .isEmpty())
                        .forEach(filled::add);
            }
            made = databases.get(databases.size() - 1);
            template = made;
        }
        return made;
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
        EmbeddedServer embedded =
                EmbeddedServer.startOrReuse(Path.of("target", "test-server"), EmbeddedServer.besideProgram());
        TestServer server = new TestServer(embedded::settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.dropAll();
            embedded.close();
        }));
        return server;
    }

    private static String withDatabase(String url, String name) {
        int parameters = url.indexOf('?');
        String address = parameters < 0 ? url : url.substring(0, parameters);
        int slash = address.indexOf('/', address.indexOf("//") + 2);
        return (slash < 0 ? address : address.substring(0, slash)) + "/" + name
                + (parameters < 0 ? "" : url.substring(parameters));
    }

    private synchronized void dropAll() {
        DatabaseSettings server = settings.apply("");
        try (Connection connection = DriverManager.getConnection(server.url(), server.username(), server.password());
                Statement statement = connection.createStatement()) {
            for (String database : databases) {
                statement.execute("DROP DATABASE IF EXISTS `" + database + "`");
            }
        } catch (SQLException failure) {
            System.err.println("The test databases " + databases + " could not be dropped: " + failure.getMessage());
        }
    }
}
