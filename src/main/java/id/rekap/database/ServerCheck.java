package id.rekap.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses servers and sessions on which a night could go wrong silently. */
final class ServerCheck {
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");
    private static final int OLDEST_MYSQL = 804;
    private static final int OLDEST_MARIADB = 1011;

    private ServerCheck() {}

    static void check(Connection connection, DatabaseSettings settings) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT VERSION(), @@SESSION.sql_mode")) {
            row.next();
            checkVersion(row.getString(1), settings);
            if (!row.getString(2).contains("STRICT_ALL_TABLES")) {
                throw new DatabaseUnusable(settings + ": strict mode is off, so the server would cut values to fit;"
                        + " take sessionVariables out of spring.datasource.url or add"
                        + " sql_mode='STRICT_ALL_TABLES' to them");
            }
        }
    }

    static void checkVersion(String version, DatabaseSettings settings) {
        boolean mariaDb = version.contains("MariaDB");
        Matcher numbers = VERSION.matcher(version);
        int found =
                numbers.matches() ? Integer.parseInt(numbers.group(1)) * 100 + Integer.parseInt(numbers.group(2)) : 0;
        if (found < (mariaDb ? OLDEST_MARIADB : OLDEST_MYSQL)) {
            throw new DatabaseUnusable(settings + ": the server is " + (mariaDb ? "MariaDB " : "MySQL ") + version
                    + ", Rekap needs MySQL 8.4 or MariaDB 10.11 or newer: upgrade it or name another server");
        }
    }
}
