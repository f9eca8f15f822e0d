package id.rekap.database;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JDBC URL points to, in the words of a message: host and port, database. */
record ServerAddress(String host, String database) {
    private static final Pattern URL =
            Pattern.compile("jdbc:mysql:(?://)?(?:[^/?]*@)?(?<host>[^/?@]*)(?:/(?<database>[^?]*))?(?:\\?.*)?");

    static ServerAddress of(String url) {
        if (url.toLowerCase(Locale.ROOT).startsWith("jdbc:mariadb:")) {
            throw new DatabaseUnusable("spring.datasource.url begins with jdbc:mariadb:, but Rekap reaches MySQL and"
                    + " MariaDB servers alike through MySQL's driver: write jdbc:mysql://HOST:PORT/DATABASE");
        }
        Matcher parts = URL.matcher(url.replaceFirst("^jdbc:mysql:(?:loadbalance|replication):", "jdbc:mysql:"));
        if (!parts.matches()) {
            throw new DatabaseUnusable("spring.datasource.url is not the address of a MySQL or MariaDB server: write"
                    + " jdbc:mysql://HOST:PORT/DATABASE");
        }
        String database = parts.group("database");
        if (database == null || database.isEmpty()) {
            throw new DatabaseUnusable(
                    "spring.datasource.url names no database: write jdbc:mysql://" + parts.group("host") + "/DATABASE");
        }
        return new ServerAddress(parts.group("host"), database);
    }

    /** The same URL without the database's name, for the connection that creates it. */
    String withoutDatabase(String url) {
        int path = url.indexOf('/', url.indexOf("//") + 2);
        int parameters = url.indexOf('?', path);
        return url.substring(0, path + 1) + (parameters < 0 ? "" : url.substring(parameters));
    }

    @Override
    public String toString() {
        return host + "/" + database;
    }
}
