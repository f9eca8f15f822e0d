package id.rekap.database;

import java.util.Properties;

/**
 * What every connection is opened with. The driver lets parameters of the URL win over these, so an operator can
 * change each of them; {@link ServerCheck} refuses what would make a night wrong.
 */
final class ConnectionDefaults {
    /** Seconds: a client that vanished without a word gives its locks back after this. */
    static final int WAIT_TIMEOUT = 40;

    private static final String SQL_MODE = String.join(
            ",",
            "STRICT_TRANS_TABLES",
            "STRICT_ALL_TABLES",
            "NO_ZERO_IN_DATE",
            "NO_ZERO_DATE",
            "ERROR_FOR_DIVISION_BY_ZERO",
            "ONLY_FULL_GROUP_BY",
            "NO_ENGINE_SUBSTITUTION");

    private ConnectionDefaults() {}

    static Properties of(DatabaseSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("user", settings.username());
        properties.setProperty("password", settings.password());
        properties.setProperty("rewriteBatchedStatements", "true");
        // Prepared on the client: rewritten batches would otherwise prepare one statement for each batch size.
        properties.setProperty("useServerPrepStmts", "false");
        properties.setProperty("cachePrepStmts", "true");
        properties.setProperty("connectionTimeZone", "UTC");
        properties.setProperty("forceConnectionTimeZoneToSession", "true");
        properties.setProperty("characterEncoding", "UTF-8");
        // Literals compare by code point on both servers, not by the server's default collation.
        properties.setProperty("connectionCollation", "utf8mb4_bin");
        properties.setProperty("connectTimeout", "10000");
        properties.setProperty("socketTimeout", "600000");
        properties.setProperty("tcpKeepAlive", "true");
        // A hostile server could ask for any file, a hostile value could end one statement and begin another.
        properties.setProperty("allowLoadLocalInfile", "false");
        properties.setProperty("allowMultiQueries", "false");
        properties.setProperty(
                "sessionVariables",
                "sql_mode='" + SQL_MODE + "',wait_timeout=" + WAIT_TIMEOUT + ",innodb_lock_wait_timeout=20");
        return properties;
    }
}
