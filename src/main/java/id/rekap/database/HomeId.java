package id.rekap.database;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The id that a database shares with its home. */
public final class HomeId {
    private static final List<String> FACTS = List.of("register_import", "run", "intake_batch");

    private static final String TABLES = """
            select count(*), count(case when table_name = 'flyway_schema_history' then 1 end)
            from information_schema.tables where table_schema = database()""";

    private HomeId() {}

    /** What stands where a database is looked for. */
    public enum State {
        /** No database, or one without any table. */
        NOTHING,
        /** Another program's tables. */
        FOREIGN,
        /** Rekap's tables, of no home. */
        UNBOUND,
        BOUND
    }

    /** What was found, and the id of the home where it has one. */
    public record Found(State state, @Nullable String id) {}

    /** Looks without making anything; the database need not be there. */
    public static Found peek(DatabaseSettings settings) {
        try (Connection connection = DriverManager.getConnection(settings.url(), ConnectionDefaults.of(settings))) {
            return in(connection);
        } catch (SQLException failure) {
            if (failure.getErrorCode() == MysqlErrorNumbers.ER_BAD_DB_ERROR
                    || failure.getErrorCode() == MysqlErrorNumbers.ER_DBACCESS_DENIED_ERROR) {
                return new Found(State.NOTHING, null);
            }
            throw ConnectionFailure.explain(settings, failure);
        }
    }

    public static Found in(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return in(connection);
        } catch (SQLException failure) {
            throw new DatabaseUnusable("The database could not be read: " + failure.getMessage(), failure);
        }
    }

    private static Found in(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select id from home where one = 1")) {
                return row.next() ? new Found(State.BOUND, row.getString(1)) : new Found(State.UNBOUND, null);
            } catch (SQLException failure) {
                if (failure.getErrorCode() != MysqlErrorNumbers.ER_NO_SUCH_TABLE
                        && failure.getErrorCode() != MysqlErrorNumbers.ER_BAD_FIELD_ERROR) {
                    throw failure;
                }
            }
            try (ResultSet row = statement.executeQuery(TABLES)) {
                row.next();
                return new Found(
                        row.getInt(1) == 0 ? State.NOTHING : row.getInt(2) > 0 ? State.UNBOUND : State.FOREIGN, null);
            }
        }
    }

    /** Was nothing ever imported, taken or run? */
    public static boolean isUnused(DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        return FACTS.stream()
                .allMatch(table -> jdbc.queryForList("select 1 from " + table + " limit 1", Integer.class)
                        .isEmpty());
    }

    /** Gives it this id where it has none, and returns the one that it has then. */
    public static String claim(DataSource dataSource, String id, Instant now) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.update(
                "insert into home (one, id, bound_at) values (1, ?, ?) on duplicate key update one = one",
                id,
                LocalDateTime.ofInstant(now, ZoneOffset.UTC));
        return jdbc.queryForList("select id from home where one = 1", String.class)
                .get(0);
    }

    /** Gives it this id, whichever it has, and keeps that in the audit log. */
    public static void replace(DataSource dataSource, String id, String who, String home, Instant now) {
        LocalDateTime at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        Found before = in(dataSource);
        if (id.equals(before.id())) {
            return;
        }
        new TransactionTemplate(new JdbcTransactionManager(dataSource)).executeWithoutResult(s -> {
            jdbc.update(
                    "insert into home (one, id, bound_at) values (1, ?, ?) on duplicate key update id = ?, bound_at = ?",
                    id,
                    at,
                    id,
                    at);
            new AuditLog(jdbc)
                    .add(
                            now,
                            who,
                            "ADOPT",
                            home,
                            "from " + (before.id() == null ? "no home" : before.id()) + " to " + id);
        });
    }
}
