package id.rekap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.rekap.testing.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    void refusesTheSchemaOfABuildBeforeTheFirstRelease() throws SQLException {
        try (Database database = Database.open(home, TestServer.get().freshDatabase(), 2)) {
            Schema.migrate(database.dataSource());
            execute(database.dataSource(), """
                    UPDATE flyway_schema_history SET script = 'V002__create_batch_metadata.sql',
                      description = 'create batch metadata', checksum = 1 WHERE version = '002'""");

            assertThatThrownBy(() -> Schema.migrate(database.dataSource()))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("build before release 0.1.0")
                    .hasMessageContaining("name an empty one in spring.datasource.url");
            assertThat(Schema.version(database.dataSource()).toString()).contains("build before release 0.1.0");
        }
    }

    @Test
    void knowsItsTablesWhateverTheMigrationsAreCalled() {
        assertThat(SchemaHistory.tables())
                .contains("agency", "submission", "outcome", "publication_context", "batch_job_execution")
                .doesNotContain("register", "home_id");
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
}
