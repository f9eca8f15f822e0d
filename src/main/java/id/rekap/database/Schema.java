package id.rekap.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;

/** Brings the schema up to what this program knows; every statement of {@code sql/migration} may be run again. */
public final class Schema {
    private static final String FAILED_BEFORE = "DELETE FROM flyway_schema_history WHERE success = 0";

    private static final String TABLES = """
            SELECT DATABASE(), COUNT(*), COUNT(CASE WHEN table_name = 'flyway_schema_history' THEN 1 END)
              FROM information_schema.tables WHERE table_schema = DATABASE()""";
    private static final String OTHER_BUILD =
            "The database was made by a build before release 0.1.0, whose tables this program does not read";
    private static final String NAME_ANOTHER = "name an empty one in spring.datasource.url";

    private Schema() {}

    /**
     * Applies what is missing. Several processes may do so at once; the server lets one after the other in.
     *
     * @throws DatabaseUnusable when the schema is newer than the program, was changed by others, or a statement fails
     */
    public static void migrate(DataSource dataSource) {
        try {
            if (SchemaHistory.isCurrent(dataSource)) {
                return;
            }
            Optional<String> foreign = foreign(dataSource);
            if (foreign.isPresent()) {
                throw new DatabaseUnusable(foreign.get() + ": " + NAME_ANOTHER + ". Nothing was written");
            }
            if (SchemaHistory.isOfOtherScripts(dataSource)) {
                throw new DatabaseUnusable(OTHER_BUILD + ": " + NAME_ANOTHER + ". Nothing was written");
            }
            Flyway flyway = flyway(dataSource);
            MigrationInfoService migrations = flyway.info();
            refuseNewer(migrations);
            if (Arrays.stream(migrations.all())
                    .anyMatch(migration -> migration.getState().isFailed())) {
                forgetFailures(dataSource);
            }
            flyway.migrate();
        } catch (FlywayException failure) {
            if (isDenied(failure)) {
                throw new DatabaseUnusable(
                        "The database schema is older than this program, and this user may not bring it up: run"
                                + " ./rekap init once as the user that may (SPRING_DATASOURCE_USERNAME and _PASSWORD),"
                                + " then sql/users/grants.sql as an administrator, and the command again",
                        failure);
            }
            throw new DatabaseUnusable(
                    "The database schema could not be brought up: " + oneLine(failure)
                            + ". Nothing else was done; correct the cause and run the command again",
                    failure);
        } catch (SQLException failure) {
            throw new DatabaseUnusable("The database schema could not be read: " + failure.getMessage(), failure);
        }
    }

    private static Flyway flyway(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .loggers(SilentLog.class.getName())
                .locations("classpath:sql/migration")
                .cleanDisabled(true)
                .baselineOnMigrate(false)
                .failOnMissingLocations(true)
                .load();
    }

    /** How the schema stands to this program; changes nothing. */
    static Diagnosis version(DataSource dataSource) throws SQLException {
        if (SchemaHistory.isCurrent(dataSource)) {
            return Diagnosis.ok("schema", "version " + SchemaHistory.newest() + ", as this program knows it");
        }
        Optional<String> foreign = foreign(dataSource);
        if (foreign.isPresent()) {
            return Diagnosis.problem("schema", foreign.get(), NAME_ANOTHER);
        }
        if (SchemaHistory.isOfOtherScripts(dataSource)) {
            return Diagnosis.problem("schema", OTHER_BUILD, NAME_ANOTHER);
        }
        try {
            MigrationInfoService migrations = flyway(dataSource).info();
            refuseNewer(migrations);
            return Diagnosis.warning(
                    "schema",
                    "version " + SchemaHistory.newest() + " is known, and not all of it is there",
                    "nothing: the next command brings it up");
        } catch (DatabaseUnusable newer) {
            return Diagnosis.problem("schema", String.valueOf(newer.getMessage()), "use a newer program");
        } catch (FlywayException failure) {
            return Diagnosis.problem("schema", oneLine(failure), "correct the cause and run the command again");
        }
    }

    /** Flyway would name settings of its own that nobody can make here. */
    private static Optional<String> foreign(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            row.next();
            return row.getInt(2) == 0 || row.getInt(3) > 0
                    ? Optional.empty()
                    : Optional.of("The database " + row.getString(1) + " has tables that are not Rekap's");
        }
    }

    /** Flyway by itself only warns of migrations that it does not know. */
    private static void refuseNewer(MigrationInfoService migrations) {
        MigrationInfo[] applied = migrations.applied();
        String known = Arrays.stream(migrations.all())
                .filter(migration -> !isUnknown(migration))
                .map(migration -> migration.getVersion().getVersion())
                .reduce("none", (earlier, later) -> later);
        Arrays.stream(applied)
                .filter(Schema::isUnknown)
                .map(migration -> migration.getVersion().getVersion())
                .reduce((earlier, later) -> later)
                .ifPresent(newest -> {
                    throw new DatabaseUnusable("The database schema is at version " + newest
                            + ", this program knows version " + known + ": use a newer program");
                });
    }

    private static boolean isUnknown(MigrationInfo migration) {
        return switch (migration.getState()) {
            case FUTURE_SUCCESS, FUTURE_FAILED, MISSING_SUCCESS, MISSING_FAILED -> true;
            case PENDING,
                    ABOVE_TARGET,
                    BELOW_BASELINE,
                    BASELINE_IGNORED,
                    BASELINE,
                    IGNORED,
                    SUCCESS,
                    UNDONE,
                    AVAILABLE,
                    FAILED,
                    OUT_OF_ORDER,
                    OUTDATED,
                    SUPERSEDED,
                    DELETED -> false;
        };
    }

    /** A failed migration blocks Flyway for good; ours can be run again. */
    private static void forgetFailures(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(FAILED_BEFORE);
        }
    }

    private static boolean isDenied(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && RunRights.isDenial(sql)) {
                return true;
            }
        }
        return false;
    }

    private static String oneLine(FlywayException failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
