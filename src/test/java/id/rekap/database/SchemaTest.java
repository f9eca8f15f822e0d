package id.rekap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rekap.testing.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
    @TempDir
    Path home;

    @Test
    void bringsUpAnEmptyDatabaseAndThenFindsItCurrent() throws SQLException {
        try (Database database = Database.open(home, TestServer.get().freshDatabase(), 2)) {
            assertThat(SchemaHistory.isCurrent(database.dataSource())).isFalse();

            Schema.migrate(database.dataSource());

            assertThat(SchemaHistory.isCurrent(database.dataSource())).isTrue();

            assertThat(number(database.dataSource(), "SELECT COUNT(*) FROM BATCH_JOB_INSTANCE_SEQ"))
                    .isEqualTo(1);
        }
    }

    @Test
    void everyMigrationMayBeRunAgainAfterItWasCutOff() throws SQLException {
        try (Database database = Database.open(home, TestServer.get().freshDatabase(), 2)) {
            Schema.migrate(database.dataSource());
            int migrations = number(database.dataSource(), "SELECT COUNT(*) FROM flyway_schema_history");
            execute(database.dataSource(), "DELETE FROM flyway_schema_history");

            Schema.migrate(database.dataSource());

            assertThat(number(database.dataSource(), "SELECT COUNT(*) FROM flyway_schema_history"))
                    .isEqualTo(migrations);
        }
    }

    @Test
    void dropsTheNumbersThatIntervalsTellAndKeepsThoseOfPeopleWithSeveral() throws SQLException {
        try (Database database = Database.open(home, TestServer.get().freshDatabase(), 2)) {
            Schema.migrate(database.dataSource());
            execute(database.dataSource(), """
                    INSERT INTO employee (agency, no, valid_from, person, name, type, status, active) VALUES
                    ('A', '1001', '2026-01-01', '1001', 'Ani Contoh', 'PNS', '01', 1),
                    ('A', '2002', '2026-01-01', '1002', 'Budi Umpama', 'PNS', '01', 1)""");
            execute(database.dataSource(), """
                    INSERT INTO employee_number (no, person, known_from) VALUES ('1001', '1001', '2026-01-01'),
                    ('77', '1001', '2026-01-01'), ('1002', '1002', '2026-01-01'), ('2002', '1002', '2026-01-01')""");
            execute(database.dataSource(), "DELETE FROM flyway_schema_history");

            Schema.migrate(database.dataSource());

            assertThat(number(database.dataSource(), "SELECT SUM(no) FROM employee_number"))
                    .isEqualTo(77 + 1002 + 2002);
        }
    }

    /** As a version before kept them: beside the intervals, each with the date of the import that named it first. */
    @Test
    void givesFormerNumbersToTheIntervalsThatHoldSinceTheyAreKnown() throws SQLException {
        try (Database database = Database.open(home, TestServer.get().freshDatabase(), 2)) {
            Schema.migrate(database.dataSource());
            execute(database.dataSource(), """
                    INSERT INTO employee (agency, no, valid_from, valid_to, person, name, type, status, active) VALUES
                    ('A', '1001', '2026-01-01', '2026-04-01', '1001', 'Ani Contoh', 'PNS', '01', 1),
                    ('A', '2001', '2026-04-01', '9999-12-31', '1001', 'Ani Contoh', 'PNS', '01', 1),
                    ('A', '1002', '2026-01-01', '9999-12-31', '1002', 'Budi Umpama', 'PNS', '01', 1)""");
            execute(database.dataSource(), """
                    INSERT INTO employee_number (no, person, known_from) VALUES ('77', '1001', '2026-02-01'),
                    ('88', '1001', '2026-03-01'), ('2001', '1001', '2026-04-01'), ('1001', '1001', '2026-04-01')""");
            for (int time = 0; time < 2; time++) {
                execute(database.dataSource(), "DELETE FROM flyway_schema_history");
                Schema.migrate(database.dataSource());
                assertThat(texts(
                                database.dataSource(),
                                "SELECT CONCAT_WS(' ', no, valid_from, valid_to, former) FROM employee ORDER BY 1"))
                        .containsExactly(
                                "1001 2026-01-01 2026-02-01 ",
                                "1001 2026-02-01 2026-03-01 77",
                                "1001 2026-03-01 2026-04-01 77|88",
                                "1002 2026-01-01 9999-12-31 ",
                                "2001 2026-04-01 9999-12-31 1001|77|88");
                assertThat(texts(database.dataSource(), "SELECT no FROM employee_number ORDER BY 1"))
                        .containsExactly("2001", "77", "88");
            }
        }
    }

    @Test
    void goesOnAfterAMigrationThatFailed() throws SQLException {
        try (Database database = Database.open(home, TestServer.get().freshDatabase(), 2)) {
            Schema.migrate(database.dataSource());
            execute(
                    database.dataSource(),
                    "UPDATE flyway_schema_history SET success = 0 ORDER BY installed_rank DESC LIMIT 1");

            Schema.migrate(database.dataSource());

            assertThat(number(database.dataSource(), "SELECT COUNT(*) FROM flyway_schema_history WHERE success = 0"))
                    .isZero();
        }
    }

    @Test
    void refusesASchemaThatIsNewerThanTheProgram() throws SQLException {
        try (Database database = Database.open(home, TestServer.get().freshDatabase(), 2)) {
            Schema.migrate(database.dataSource());
            execute(database.dataSource(), """
                    INSERT INTO flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    VALUES (9000, '9000', 'tomorrow', 'SQL', 'V9000__tomorrow.sql', 1, 'someone', 1, 1)
                    """);

            assertThatThrownBy(() -> Schema.migrate(database.dataSource()))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("is at version 9000, this program knows version")
                    .hasMessageEndingWith("use a newer program");
        }
    }

    @Test
    void refusesASchemaOfAMigrationThatWasChangedSince() throws SQLException {
        try (Database database = Database.open(home, TestServer.get().freshDatabase(), 2)) {
            Schema.migrate(database.dataSource());
            execute(database.dataSource(), "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '002'");

            assertThatThrownBy(() -> Schema.migrate(database.dataSource()))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("could not be brought up")
                    .hasMessageContaining("checksum");
        }
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static int number(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static List<String> texts(DataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
