package id.rekap.database;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns what the driver says into one message that says what to do. */
final class ConnectionFailure {
    static final int UNKNOWN_DATABASE = 1049;
    static final int DATABASE_DENIED = 1044;
    private static final int PASSWORD_DENIED = 1045;
    private static final int TOO_MANY_CONNECTIONS = 1040;
    private static final int HOST_BLOCKED = 1129;
    private static final int HOST_DENIED = 1130;

    private ConnectionFailure() {}

    static DatabaseUnusable explain(DatabaseSettings settings, SQLException failure) {
        return new DatabaseUnusable(settings + ": " + reason(settings, failure), failure);
    }

    private static String reason(DatabaseSettings settings, SQLException failure) {
        String database = ServerAddress.of(settings.url()).database();
        return switch (failure.getErrorCode()) {
            case PASSWORD_DENIED ->
                settings.username().isEmpty()
                        ? "the server refuses a connection without a user; set spring.datasource.username and .password"
                        : "the server refuses this user or its password; check spring.datasource.username and .password";
            case UNKNOWN_DATABASE, DATABASE_DENIED ->
                "the database does not exist, or this user has no right to it: check its name in"
                        + " spring.datasource.url; or let an administrator run: CREATE DATABASE `" + database
                        + "` CHARACTER SET utf8mb4;"
                        + " GRANT ALL ON `" + database + "`.* TO '" + settings.username() + "'@'%';";
            case TOO_MANY_CONNECTIONS -> "the server has no connection left; try later or raise max_connections";
            case HOST_BLOCKED, HOST_DENIED -> "the server lets nobody in from this host; let an administrator allow it";
            default -> networkReason(failure);
        };
    }

    private static String networkReason(SQLException failure) {
        if (message(failure).contains("public key retrieval")) {
            return "the connection is not encrypted and the server's key is unknown; use sslMode=REQUIRED or better in"
                    + " spring.datasource.url, or on a trusted network add allowPublicKeyRetrieval=true";
        }
        Throwable root = root(failure);
        if (root instanceof UnknownHostException) {
            return "this host name is unknown; check spring.datasource.url and the name service";
        }
        if (root instanceof ConnectException || root instanceof SocketTimeoutException) {
            return "no server answers there; start it, or check host and port in spring.datasource.url and the firewall";
        }
        if (root instanceof SSLException) {
            return "the encrypted connection failed (" + root.getMessage()
                    + "); check sslMode and the certificates in spring.datasource.url";
        }
        return "the server cannot be used: " + root.getMessage();
    }

    private static String message(Throwable failure) {
        @Nullable String message = failure.getMessage();
        return message == null ? "" : message.toLowerCase(Locale.ROOT);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = root.getCause(); cause != null && cause != root; cause = root.getCause()) {
            root = cause;
        }
        return root;
    }
}
