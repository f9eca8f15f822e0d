package id.rekap.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * What a pool opens its connections with. The first one is that with which the server was tried: making another, encrypted, is a
 * third of what a short command costs.
 */
final class FirstTried extends AbstractDataSource {
    private final String url;
    private final Properties properties;
    private final AtomicReference<@Nullable Connection> first;
    private volatile int loginTimeout;

    FirstTried(String url, Properties properties, @Nullable Connection tried) {
        this.url = url;
        this.properties = properties;
        this.first = new AtomicReference<>(tried);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection tried = first.getAndSet(null);
        return tried == null ? DriverManager.getConnection(url, properties) : tried;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    /** The properties say how long a connection may take; the pool waits so long for one that it opens when it is closed. */
    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }
}
