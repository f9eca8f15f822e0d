package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rekap.cli.Office.Said;
import id.rekap.database.DatabaseSettings;
import id.rekap.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One user brings the schema up, another one runs nights, and the server refuses whatever else either tries. */
class RestrictedUserTest {
    private static final String DATE = SmallOffice.DATE;
    private static final String PASSWORD = "Kata-sandi.4711";

    @TempDir
    Path home;

    /** Of a database that is there; the tables in it are made by the one user. */
    private final DatabaseSettings administrator = TestServer.get().emptyDatabase();

    private final String database = administrator.url().replaceAll("^.*/|[?].*$", "");
    private final String suffix = Long.toString(ProcessHandle.current().pid());
    private Office office;

    @BeforeEach
    void users() throws Exception {
        for (String statement : statements(Files.readString(Path.of("sql/users/users.sql")))) {
            execute(administrator, statement);
        }
        office = as("migrate");
    }

    @AfterEach
    void drop() throws SQLException {
        execute(administrator, "drop user if exists 'rekap_migrate" + suffix + "'@'%', 'rekap_run" + suffix + "'@'%'");
    }

    /** The file's statements, for users and a database of this test. */
    private List<String> statements(String sql) {
        return Stream.of(sql.replaceAll("(?m)^--.*$", "").split(";", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .map(this::here)
                .toList();
    }

    private String here(String statement) {
        return statement
                .replace("`rekap`", "`" + database.replace("_", "\\_") + "`")
                .replace(
                        "database if not exists `" + database.replace("_", "\\_"),
                        "database if not exists `" + database)
                .replace("'change me'", "'" + PASSWORD + "'")
                .replace("rekap_migrate", "rekap_migrate" + suffix)
                .replace("rekap_run", "rekap_run" + suffix);
    }

    private void grant() throws Exception {
        List<String> grants = new ArrayList<>();
        String query = Files.readString(Path.of("sql/users/grants.sql")).replaceAll(";\\s*$", "");
        try (Connection connection = connect(administrator);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                grants.add(here(rows.getString(1).replaceAll(";$", "")));
            }
        }
        for (String grant : grants) {
            execute(administrator, grant);
        }
    }

    private DatabaseSettings user(String which) {
        return new DatabaseSettings(administrator.url(), "rekap_" + which + suffix, PASSWORD);
    }

    private Office as(String which) {
        return new Office(home, user(which));
    }

    private static Connection connect(DatabaseSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.username(), settings.password());
    }

    private static void execute(DatabaseSettings settings, String sql) throws SQLException {
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void rekap(String... arguments) {
        Said said = office.rekap(arguments);
        assertThat(said.exit()).as(said.err()).isZero();
    }

    @Test
    void theRunUserRunsNightsAndTheServerRefusesItTheRest() throws Exception {
        rekap("init");
        grant();
        office = as("run");
        rekap("import", "agencies", "jobs/samples/agencies.csv", "--date", DATE);
        rekap("import", "employees", "jobs/samples/employees.csv", "--date", DATE);
        office.write("inbox/9.03.01/daftar.csv", "nip,nama,repost\n197807032003041030,Abdullah Amin,1\n");
        rekap("run", "--date", DATE);
        rekap("run", "--date", DATE, "--again");
        rekap("withdraw", "9.03.01");
        rekap("run", "--date", "2020-07-02");
        rekap("audit");
        rekap("purge");
        assertThat(office.rekap("doctor").out()).contains("ok       privileges    of a user that runs nights");

        for (String statement : List.of(
                "update audit_log set who = 'nobody'",
                "delete from audit_log",
                "drop table audit_log",
                "truncate table audit_log",
                "alter table audit_log add column a int",
                "create table other (a int)",
                "create index a on run (ended_at)",
                "update flyway_schema_history set success = 0",
                "create trigger a before insert on audit_log for each row set new.who = ''",
                "create user somebody",
                "grant select on run to '" + user("run").username() + "'@'%'",
                "create database rekap_other" + suffix,
                "select user from mysql.user")) {
            assertThatThrownBy(() -> execute(user("run"), statement))
                    .as(statement)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            denied -> assertThat(denied.getErrorCode())
                                    .as(denied.getMessage())
                                    .isIn(1044, 1045, 1142, 1143, 1227, 1419));
        }
    }

    @Test
    void aSchemaThatIsOlderIsTheOtherUsersToBringUp() throws Exception {
        rekap("init");
        grant();
        execute(administrator, "delete from flyway_schema_history order by installed_rank desc limit 1");
        office = as("run");
        Said refused = office.rekap("status");
        assertThat(refused.exit()).isEqualTo(6);
        assertThat(refused.err()).contains("./rekap init once as the user that may", "sql/users/grants.sql");
        office = as("migrate");
        rekap("init");
        office = as("run");
        rekap("status");
        execute(administrator, "revoke all on sent_list from '" + user("run").username() + "'@'%'");
        execute(administrator, "revoke delete on run from '" + user("run").username() + "'@'%'");
        assertThat(office.rekap("doctor").out())
                .contains("lacks DELETE on run, everything on sent_list", "grants.sql again");
        grant();
        assertThat(office.rekap("doctor").out()).contains("ok       privileges");
    }
}
