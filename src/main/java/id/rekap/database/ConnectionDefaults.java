package id.rekap.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What every connection is opened with. Parameters of the URL win over these, so an operator can change each of them;
 * {@link ServerCheck} refuses what would make a night wrong.
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

    private static final String SESSION =
            "sql_mode='" + SQL_MODE + "',wait_timeout=" + WAIT_TIMEOUT + ",innodb_lock_wait_timeout=20";

    private ConnectionDefaults() {}

    static Properties of(DatabaseSettings settings) {
        Map<String, String> given = parameters(settings.url());
        Properties properties = new Properties();
        if (!settings.username().isEmpty()) {
            properties.setProperty("user", settings.username());
            properties.setProperty("password", settings.password());
        }
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
        // Only to be told so may a server take rows that the program itself hands over: no file is there.
        properties.setProperty("allowLoadLocalInfileInPath", "/nonexistent");
        properties.setProperty("allowMultiQueries", "false");
        // The driver lets properties win over the URL; these are only defaults.
        properties.keySet().removeIf(name -> given.containsKey((String) name));
        // The last value counts, so a variable of the URL wins over the same one here without losing the others.
        properties.setProperty("sessionVariables", sessionVariables(given));
        return properties;
    }

    private static String sessionVariables(Map<String, String> given) {
        String own = given.getOrDefault("sessionVariables", "");
        return own.isBlank() ? SESSION : SESSION + "," + own;
    }

    private static Map<String, String> parameters(String url) {
        Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int start = url.indexOf('?');
        if (start >= 0) {
            for (String parameter : url.substring(start + 1).split("&", -1)) {
                String[] parts = parameter.split("=", 2);
                parameters.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
