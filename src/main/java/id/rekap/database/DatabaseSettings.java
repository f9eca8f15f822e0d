package id.rekap.database;

import org.springframework.core.env.PropertyResolver;

/** Where the database is; an empty {@code url} means the embedded server. */
public record DatabaseSettings(String url, String username, String password) {
    public DatabaseSettings {
        url = url.strip();
    }

    /** The embedded server of HOME. */
    public static DatabaseSettings embedded() {
        return new DatabaseSettings("", "", "");
    }

    /** Reads {@code spring.datasource.url}, {@code .username} and {@code .password}. */
    public static DatabaseSettings from(PropertyResolver properties) {
        return new DatabaseSettings(
                properties.getProperty("spring.datasource.url", ""),
                properties.getProperty("spring.datasource.username", ""),
                properties.getProperty("spring.datasource.password", ""));
    }

    public boolean isEmbedded() {
        return url.isEmpty();
    }

    /** The server and the database on it, without anything that may be secret; empty for the embedded one. */
    public String address() {
        return isEmbedded() ? "" : ServerAddress.of(url).toString();
    }

    /** Without the password and without the URL's parameters, which may hold one. */
    @Override
    public String toString() {
        return isEmbedded()
                ? "The embedded database"
                : "Database " + ServerAddress.of(url) + (username.isEmpty() ? "" : " as user '" + username + "'");
    }
}
