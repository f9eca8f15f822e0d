package id.rekap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    Path home;

    @Test
    void letsInOnlyItsOwnUserFromThisMachine() throws SQLException, IOException {
        try (EmbeddedServer server = start()) {
            String url = server.settings("").url();
            assertThatThrownBy(() -> DriverManager.getConnection(url, "root", ""))
                    .hasMessageContaining("Access denied");
            assertThatThrownBy(() -> DriverManager.getConnection(url, "", "")).hasMessageContaining("Access denied");
            assertThat(one(server, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
            assertThat(one(server, "SELECT COUNT(*) FROM mysql.user WHERE User <> 'mariadb.sys'"))
                    .isEqualTo("1");
            assertThat(one(server, "SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve("server/password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void stopsTheServerWhenItsOnlyUserGoes() {
        EmbeddedServer server = start();
        server.close();

        assertThat(ended(server.pid())).isTrue();
    }

    @Test
    void startsAServerThatWasKilledAgainWhereItsUsersFindIt() throws Exception {
        try (EmbeddedServer server = start()) {
            int port = server.port();
            long killed = server.pid();
            ProcessHandle process = ProcessHandle.of(killed).orElseThrow();
            process.destroyForcibly();
            process.onExit().get(10, TimeUnit.SECONDS);

            server.revive();

            assertThat(server.pid()).isNotEqualTo(killed);
            assertThat(server.port()).isEqualTo(port);
            assertThat(one(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void twoUsersInOneProcessShareAServerThatTheLastOneStops() throws SQLException {
        EmbeddedServer first = start();
        EmbeddedServer second = start();
        first.close();
        first.close();

        assertThat(second.pid()).isEqualTo(first.pid());
        assertThat(one(second, "SELECT 1")).isEqualTo("1");

        second.close();

        assertThat(ended(second.pid())).isTrue();
    }

    @Test
    void twoProcessesThatStartAtTheSameMomentShareAServerThatTheLastOneStops() throws Exception {
        ServerHolder one = ServerHolder.start(data());
        ServerHolder other = ServerHolder.start(data());
        long pid = one.serverPid();

        assertThat(other.serverPid()).isEqualTo(pid);

        one.leave();

        assertThat(ended(pid)).isFalse();

        other.leave();

        assertThat(ended(pid)).isTrue();
    }

    @Test
    void reusesAndThenStopsTheServerThatAKilledProcessLeft() throws Exception {
        ServerHolder killed = ServerHolder.start(data());
        long pid = killed.serverPid();
        killed.kill();

        assertThat(ended(pid)).isFalse();

        try (EmbeddedServer server = start()) {
            assertThat(server.pid()).isEqualTo(pid);
            assertThat(one(server, "SELECT 1")).isEqualTo("1");
        }

        assertThat(ended(pid)).isTrue();
    }

    @Test
    void findsAServerThatNobodyLivedToNote() throws Exception {
        ServerHolder killed = ServerHolder.start(data());
        long pid = killed.serverPid();
        killed.kill();
        Files.delete(data().resolve("server/process"));

        try (EmbeddedServer server = start()) {
            assertThat(server.pid()).isEqualTo(pid);
        }

        assertThat(ended(pid)).isTrue();
    }

    @Test
    void startsAgainAfterTheServerItselfWasKilled() throws SQLException, InterruptedException {
        EmbeddedServer killed = start();
        one(killed, "SELECT 1");
        execute(killed, "CREATE DATABASE kept");
        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
        while (!ended(killed.pid())) {
            Thread.sleep(10);
        }
        killed.close();

        try (EmbeddedServer server = start()) {
            assertThat(server.pid()).isNotEqualTo(killed.pid());
            assertThat(one(server, "SHOW DATABASES LIKE 'kept'")).isEqualTo("kept");
        }
    }

    @Test
    void installsAgainWhatWasCutOffWhileInstalling() throws IOException, SQLException {
        Files.createDirectories(data().resolve(".new/tables"));
        Files.writeString(data().resolve(".new/tables/ibdata1"), "half");

        try (EmbeddedServer server = start()) {
            assertThat(one(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void takesAnotherProcessWithARememberedNumberForNoServer() throws IOException, SQLException {
        try (EmbeddedServer server = start()) {
            assertThat(server.port()).isPositive();
        }
        Files.writeString(
                data().resolve("server/process"), ProcessHandle.current().pid() + " 1\n");

        try (EmbeddedServer server = start()) {
            assertThat(one(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void saysWhatToDoWhereTheBinariesAreMissing() {
        assertThatThrownBy(() -> EmbeddedServer.startOrReuse(data(), home.resolve("nowhere")))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("mvn package")
                .hasMessageContaining("SPRING_DATASOURCE_URL");
    }

    @Test
    void saysWhatToDoWhereTheDirectoryCannotBeMade() throws IOException {
        Files.writeString(data(), "a file");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("make the directory writable");
    }

    @Test
    void saysWhatTheServerSaidWhenItDoesNotStart() throws IOException {
        try (EmbeddedServer server = start()) {
            assertThat(server.port()).isPositive();
        }
        Files.writeString(data().resolve("server/tables/ibdata1"), "broken");

        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("does not start")
                .hasMessageContaining("[ERROR]");
    }

    private Path data() {
        return home.resolve("data");
    }

    private EmbeddedServer start() {
        return EmbeddedServer.startOrReuse(data(), EmbeddedServer.besideProgram());
    }

    private boolean ended(long pid) {
        return !new ServerProcess(pid, 0).lives(ServerFiles.installed(data()));
    }

    private static String one(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        DatabaseSettings settings = server.settings("");
        return DriverManager.getConnection(settings.url(), settings.username(), settings.password());
    }
}
