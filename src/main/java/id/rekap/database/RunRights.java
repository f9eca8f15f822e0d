package id.rekap.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether a user that may not change the schema may do what a night does, tried on every table by statements of no row. */
final class RunRights {
    private static final Set<Integer> DENIED = Set.of(1044, 1142, 1143);
    private static final String TABLES = """
            select table_name, column_name from information_schema.columns
            where table_schema = database() and ordinal_position = 1""";
    private static final String TEMPORARY = "create temporary table rekap_doctor (a int not null primary key)";

    private RunRights() {}

    /** Rights and the tables on which they are lacking. */
    static List<String> missing(Connection connection) throws SQLException {
        List<String> missing = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            Set<String> unseen = new TreeSet<>(SchemaHistory.tables());
            for (Map.Entry<String, String> table : tables(statement).entrySet()) {
                unseen.remove(table.getKey().toLowerCase(Locale.ROOT));
                missing.addAll(missing(statement, table.getKey(), table.getValue()));
            }
            unseen.forEach(table -> missing.add("everything on " + table));
            if (isDenied(statement, TEMPORARY)) {
                missing.add("CREATE TEMPORARY TABLES");
            } else {
                statement.execute("drop temporary table rekap_doctor");
            }
        }
        return missing;
    }

    /** With the first column of each; those on which the user has no right at all are not seen. */
    private static Map<String, String> tables(Statement statement) throws SQLException {
        Map<String, String> tables = new LinkedHashMap<>();
        try (ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.put(row.getString(1), row.getString(2));
            }
        }
        return tables;
    }

    private static List<String> missing(Statement statement, String table, String column) throws SQLException {
        String quoted = '`' + table + '`';
        Map<String, String> tries = new LinkedHashMap<>();
        tries.put("SELECT", "select 1 from " + quoted + " limit 0");
        if (!table.equalsIgnoreCase("flyway_schema_history")) {
            tries.put("INSERT", "insert into " + quoted + " select * from " + quoted + " where 1 = 0");
            if (!table.equalsIgnoreCase("audit_log")) {
                tries.put("UPDATE", "update " + quoted + " set `" + column + "` = `" + column + "` where 1 = 0");
                tries.put("DELETE", "delete from " + quoted + " where 1 = 0");
            }
        }
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, String> right : tries.entrySet()) {
            if (isDenied(statement, right.getValue())) {
                missing.add(right.getKey() + " on " + table);
            }
        }
        return missing;
    }

    /** A statement that fails for another reason was allowed to try. */
    private static boolean isDenied(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
            return false;
        } catch (SQLException failure) {
            if (failure.getSQLState() != null && failure.getSQLState().startsWith("08")) {
                throw failure;
            }
            return isDenial(failure);
        }
    }

    /** Does the server say that this user may not? */
    static boolean isDenial(SQLException failure) {
        return DENIED.contains(failure.getErrorCode());
    }
}
