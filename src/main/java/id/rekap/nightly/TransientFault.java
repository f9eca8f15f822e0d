package id.rekap.nightly;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a fault of the database that passes by itself from one that does not: a lost connection, a deadlock, a wait for a lock
 * that took too long, a row that changed since it was read. By number, since Spring's own translation misses some of them.
 */
final class TransientFault {
    private static final Set<Integer> NUMBERS = Set.of(
            1020, // MariaDB: record has changed since last read
            1205, // lock wait timeout
            1213, // deadlock
            1927, // MariaDB: connection was killed
            1053, // server shutdown in progress
            1317, // query interrupted
            4031); // MySQL: disconnected by the server because of inactivity

    /** SQLState class of everything about the connection. */
    private static final String CONNECTION = "08";

    private TransientFault() {}

    static boolean is(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if ((cause instanceof FaultRedaction.StepFault known && known.passes())
                    || (cause instanceof SQLException sql && passes(sql))) {
                return true;
            }
            // a rollback over a lost connection fails too, and hides why it was rolled back
            if (cause instanceof TransactionSystemException hiding
                    && hiding.getApplicationException() != cause
                    && is(hiding.getApplicationException())) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(SQLException fault) {
        return NUMBERS.contains(fault.getErrorCode())
                || isLostConnection(fault)
                || fault instanceof SQLRecoverableException
                || fault instanceof SQLTransientException;
    }

    static boolean isLostConnection(Throwable fault) {
        @Nullable String state = fault instanceof SQLException sql ? sql.getSQLState() : null;
        return (state != null && state.startsWith(CONNECTION))
                // the pool's word for a connection that it has thrown away
                || (fault instanceof SQLException && "Connection is closed".equals(fault.getMessage()));
    }
}
