package id.rekap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rekap.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class DatabaseTest {
    private static final String SECRET = "not-to-be-told";

    @TempDir
    Path home;

    private final DatabaseSettings fresh = TestServer.get().freshDatabase();

    @Test
    void makesTheDatabaseThatIsMissing() throws SQLException {
        try (Database database = open(fresh)) {
            assertThat(database.embedded()).isFalse();
            assertThat(one(database, "SELECT DATABASE()"))
                    .isEqualTo(ServerAddress.of(fresh.url()).database());
            assertThat(one(database, "SELECT @@collation_database")).isEqualTo("utf8mb4_bin");
        }
    }

    @Test
    void givesEveryConnectionTheSameSession() throws SQLException {
        try (Database database = open(fresh)) {
            assertThat(one(database, "SELECT @@SESSION.time_zone")).isEqualTo("+00:00");
            assertThat(one(database, "SELECT @@SESSION.wait_timeout")).isEqualTo("40");
            assertThat(one(database, "SELECT @@SESSION.innodb_lock_wait_timeout"))
                    .isEqualTo("20");
            assertThat(one(database, "SELECT @@SESSION.transaction_isolation")).isEqualTo("READ-COMMITTED");
            assertThat(one(database, "SELECT @@SESSION.collation_connection")).isEqualTo("utf8mb4_bin");
            assertThat(one(database, "SELECT 'a' = 'A'")).isEqualTo("0");
            assertThat(one(database, "SELECT '🙂é'")).isEqualTo("🙂é");
        }
    }

    @Test
    void refusesAValueThatIsTooLongInsteadOfCuttingIt() throws SQLException {
        try (Database database = open(fresh);
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE short (text VARCHAR(3) NOT NULL)");

            assertThatThrownBy(() -> statement.execute("INSERT INTO short VALUES ('longer')"))
                    .hasMessageContaining("too long");
        }
    }

    @Test
    void writesABatchAsOneStatement() throws SQLException {
        try (Database database = open(fresh);
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement insert = prepareInsert(connection, statement)) {
            for (int number = 0; number < 100; number++) {
                insert.setInt(1, number);
                insert.addBatch();
            }

            assertThat(insert.executeBatch()).hasSize(100).containsOnly(Statement.SUCCESS_NO_INFO);
        }
    }

    @Test
    void letsAParameterOfTheUrlWin() throws SQLException {
        try (Database database =
                open(withParameter("connectionTimeZone=%2B07:00&sessionVariables=innodb_lock_wait_timeout=7"))) {
            assertThat(one(database, "SELECT @@SESSION.time_zone")).isEqualTo("+07:00");
            assertThat(one(database, "SELECT @@SESSION.innodb_lock_wait_timeout"))
                    .isEqualTo("7");
            assertThat(one(database, "SELECT @@SESSION.wait_timeout")).isEqualTo("40");
        }
    }

    @Test
    void refusesAUrlThatTurnsStrictModeOff() {
        assertRefused(withParameter("sessionVariables=sql_mode=''"), "strict mode is off");
    }

    @Test
    void refusesAWrongPasswordWithoutTellingIt() {
        assertRefused(
                new DatabaseSettings(fresh.url(), fresh.username(), SECRET),
                "as user 'rekap'",
                "refuses this user or its password");
    }

    @Test
    void refusesADatabaseThatTheUserHasNoRightTo() throws SQLException {
        String user = ServerAddress.of(fresh.url()).database() + "_u";
        try (Database database = open(fresh)) {
            execute(database, "CREATE USER '" + user + "'@'%' IDENTIFIED BY '" + SECRET + "'");
            try {
                assertRefused(
                        new DatabaseSettings(fresh.url(), user, SECRET), "no right to it", "CREATE DATABASE", "GRANT");
            } finally {
                execute(database, "DROP USER '" + user + "'@'%'");
            }
        }
    }

    @Test
    void saysThatNoServerAnswers() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertRefused(
                new DatabaseSettings("jdbc:mysql://127.0.0.1:" + port + "/rekap?password=" + SECRET, "rekap", SECRET),
                "127.0.0.1:" + port + "/rekap",
                "no server answers there");
    }

    @Test
    void saysThatAHostIsUnknown() {
        assertRefused(
                new DatabaseSettings("jdbc:mysql://nowhere.invalid/rekap", "rekap", SECRET), "host name is unknown");
    }

    @Test
    void refusesUrlsOfOtherDrivers() {
        assertRefused(new DatabaseSettings("jdbc:mariadb://localhost/rekap", "rekap", SECRET), "jdbc:mysql://HOST");
        assertRefused(new DatabaseSettings("jdbc:postgresql://localhost/rekap", "rekap", SECRET), "jdbc:mysql://HOST");
        assertRefused(new DatabaseSettings("jdbc:mysql://localhost:3306/", "rekap", SECRET), "names no database");
    }

    @Test
    void refusesServersThatAreTooOld() {
        DatabaseSettings settings = new DatabaseSettings("jdbc:mysql://db/rekap", "rekap", SECRET);
        for (String old : new String[] {"5.7.44", "8.0.36", "10.6.18-MariaDB", "10.10.7-MariaDB-log", "something"}) {
            assertThatThrownBy(() -> ServerCheck.checkVersion(old, settings))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining(old)
                    .hasMessageContaining("8.4");
        }
        for (String good : new String[] {"8.4.0", "9.7.4", "10.0.1", "10.11.6-MariaDB-0+deb12u1", "12.1.2-MariaDB"}) {
            ServerCheck.checkVersion(good, settings);
        }
    }

    @Test
    void opensTheEmbeddedServerWhereNoOtherIsNamed() throws SQLException {
        DatabaseSettings settings = DatabaseSettings.from(new MockEnvironment());
        try (Database database = Database.open(home, settings, 2)) {
            assertThat(database.embedded()).isTrue();
            assertThat(one(database, "SELECT DATABASE()")).isEqualTo("rekap");
        }
    }

    private Database open(DatabaseSettings settings) {
        return Database.open(home, settings, 2);
    }

    private DatabaseSettings withParameter(String parameter) {
        return new DatabaseSettings(fresh.url() + "&" + parameter, fresh.username(), fresh.password());
    }

    private void assertRefused(DatabaseSettings settings, String... words) {
        assertThatThrownBy(() -> open(settings).close())
                .isInstanceOf(DatabaseUnusable.class)
                .message()
                .contains(words)
                .doesNotContain(SECRET)
                .doesNotContain("\n");
    }

    private static PreparedStatement prepareInsert(Connection connection, Statement statement) throws SQLException {
        statement.execute("CREATE TABLE numbers (number INT NOT NULL PRIMARY KEY)");
        return connection.prepareStatement("INSERT INTO numbers (number) VALUES (?)");
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
