package id.rekap.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Whether the schema is this program's, nobody has changed how its text compares, and the user may work in it. */
public final class SchemaCheckup {
    private static final String OTHER_COLLATIONS = """
            select lower(table_name), column_name, collation_name from information_schema.columns
            where table_schema = database() and collation_name is not null
              and collation_name not in ('ascii_bin', 'utf8mb4_bin') order by table_name, column_name""";

    /** In the order in which they can be tried on one table. */
    private static final Map<String, String> RIGHTS = rights();

    private SchemaCheckup() {}

    private static Map<String, String> rights() {
        Map<String, String> rights = new LinkedHashMap<>();
        rights.put(
                "CREATE",
                "create table if not exists rekap_doctor (a int not null primary key, b int) engine = InnoDB");
        rights.put("INSERT", "replace into rekap_doctor (a, b) values (1, 1)");
        rights.put("SELECT", "select a from rekap_doctor");
        rights.put("UPDATE", "update rekap_doctor set b = 2 where a = 1");
        rights.put("DELETE", "delete from rekap_doctor where a = 1");
        rights.put("ALTER", "alter table rekap_doctor add column c int");
        rights.put("INDEX", "create index b on rekap_doctor (b)");
        rights.put("DROP", "drop table rekap_doctor");
        return rights;
    }

    /** Looks at all of it; makes a small table and drops it again. */
    public static List<Diagnosis> of(DataSource dataSource) throws SQLException {
        return List.of(Schema.version(dataSource), collations(dataSource), privileges(dataSource));
    }

    private static Diagnosis collations(DataSource dataSource) throws SQLException {
        Set<String> ours = SchemaHistory.tables();
        List<String> others = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OTHER_COLLATIONS)) {
            while (row.next()) {
                if (ours.contains(row.getString(1))) {
                    others.add(row.getString(1) + "." + row.getString(2) + " is " + row.getString(3));
                }
            }
        }
        return others.isEmpty()
                ? Diagnosis.ok("collation", "codes and numbers compare byte for byte")
                : Diagnosis.problem(
                        "collation",
                        String.join(", ", others),
                        "somebody has altered these columns: give them back the collation that sql/migration gives them,"
                                + " ascii_bin or utf8mb4_bin");
    }

    private static Diagnosis privileges(DataSource dataSource) throws SQLException {
        Set<String> missing = new TreeSet<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> right : RIGHTS.entrySet()) {
                if (!works(statement, right.getValue())) {
                    missing.add(right.getKey());
                }
            }
            if (missing.contains("CREATE")) {
                return ofRunUser(RunRights.missing(connection));
            }
        }
        return missing.isEmpty()
                ? Diagnosis.ok("privileges", String.join(", ", RIGHTS.keySet()))
                : Diagnosis.problem(
                        "privileges",
                        "the user lacks " + String.join(", ", missing),
                        "let an administrator grant them on this database");
    }

    private static Diagnosis ofRunUser(List<String> missing) {
        return missing.isEmpty()
                ? Diagnosis.ok("privileges", "of a user that runs nights and does not change the schema")
                : Diagnosis.problem(
                        "privileges",
                        "the user may not change the schema, and lacks " + String.join(", ", missing),
                        "let an administrator run sql/users/grants.sql again");
    }

    private static boolean works(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return true;
        } catch (SQLException denied) {
            return false;
        }
    }
}
