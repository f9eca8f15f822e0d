package id.rekap.database;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** Turns what the driver says into one message that says what to do. */
final class ConnectionFailure {

    private ConnectionFailure() {}

    static DatabaseUnusable explain(DatabaseSettings settings, SQLException failure) {
        return new DatabaseUnusable(settings + ": " + reason(settings, failure), failure);
    }

    private static String reason(DatabaseSettings settings, SQLException failure) {
        String database = ServerAddress.of(settings.url()).database();
        return switch (failure.getErrorCode()) {
            case MysqlErrorNumbers.ER_ACCESS_DENIED_ERROR ->
                settings.username().isEmpty()
                        ? "the server refuses a connection without a user; set spring.datasource.username and .password"
                        : "the server refuses this user or its password; check spring.datasource.username and .password";
            case MysqlErrorNumbers.ER_BAD_DB_ERROR, MysqlErrorNumbers.ER_DBACCESS_DENIED_ERROR ->
                "the database does not exist, or this user has no right to it: check its name in"
                        + " spring.datasource.url; or let an administrator run: CREATE DATABASE `" + database
                        + "` CHARACTER SET utf8mb4;"
                        + " GRANT ALL ON `" + database + "`.* TO '" + settings.username() + "'@'%';";
            case MysqlErrorNumbers.ER_CON_COUNT_ERROR ->
                "the server has no connection left; try later or raise max_connections";
            case MysqlErrorNumbers.ER_HOST_IS_BLOCKED, MysqlErrorNumbers.ER_HOST_NOT_PRIVILEGED ->
                "the server lets nobody in from this host; let an administrator allow it";
            default -> networkReason(failure);
        };
    }

    private static String networkReason(SQLException failure) {
        if (message(failure).contains("public key retrieval")) {
            return "the connection is not encrypted and the server's key is unknown; use sslMode=REQUIRED or better in"
                    + " spring.datasource.url, or on a trusted network add allowPublicKeyRetrieval=true";
        }
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
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
}
