package id.rekap.nightly;

import id.rekap.lock.LockHeld;
import id.rekap.lock.LockLost;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/**
 * Keeps people out of logs and of Batch's tables. A database's message quotes the value that it refused, a parser's the text
 * that it could not read: so a fault of a step leaves it as its kind and its place, never with its message.
 */
final class FaultRedaction {
    private FaultRedaction() {}

    /** A fault of a step, in words without data. */
    static class StepFault extends RuntimeException {
        private final boolean passes;

        StepFault(String message, StackTraceElement[] place, boolean passes) {
            super(message, null, false, true);
            this.passes = passes;
            setStackTrace(place);
        }

        /** One that needs no place. */
        StepFault(String message, boolean passes) {
            super(message, null, false, false);
            this.passes = passes;
        }

        /** The same, at one of these. */
        StepFault about(List<?> items) {
            return new StepFault(
                    getMessage() + ", at one of: "
                            + items.stream().map(Object::toString).collect(Collectors.joining(", ")),
                    getStackTrace(),
                    passes);
        }

        /** By itself: see {@link TransientFault}. */
        boolean passes() {
            return passes;
        }
    }

    /** One of the program itself: neither the database nor the disk has refused anything. */
    static final class ProgramFault extends StepFault {
        ProgramFault(String kind, StackTraceElement[] place) {
            super("An unexpected " + kind, place, false);
        }
    }

    interface Work<T> {
        @Nullable
        T call() throws Exception;
    }

    static <T> @Nullable T call(Work<T> work) {
        try {
            return work.call();
        } catch (StepFault | LockLost | LockHeld e) {
            throw e;
        } catch (Exception e) {
            throw fault(e);
        }
    }

    /** The message of a fault that is in words without data already; a chunk's comes wrapped. */
    static Optional<String> told(Throwable e) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(e);
        boolean isOurs = root instanceof StepFault || root instanceof LockLost || root instanceof LockHeld;
        return isOurs ? Optional.ofNullable(root.getMessage()) : Optional.empty();
    }

    static StepFault fault(Throwable e) {
        boolean passes = TransientFault.is(e);
        Throwable root = NestedExceptionUtils.getMostSpecificCause(e);
        String kind = root.getClass().getSimpleName();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (TransientFault.isLostConnection(cause)) {
                return new StepFault("The connection to the database was lost", e.getStackTrace(), true);
            }
        }
        if (root instanceof SQLException sql) {
            return new StepFault(
                    "The database refused a statement (" + kind + ", SQLState " + sql.getSQLState() + ", error "
                            + sql.getErrorCode() + ")",
                    e.getStackTrace(),
                    passes);
        }
        if (e instanceof DataAccessException) {
            return new StepFault("The database refused a statement (" + kind + ")", e.getStackTrace(), passes);
        }
        if (e instanceof java.io.UncheckedIOException || e instanceof java.io.IOException) {
            // messages of ours and of the operating system: paths and reasons, no cell of a list
            String cause = e == root ? kind : kind + ": " + root.getMessage();
            return new StepFault(e.getMessage() + " (" + cause + ")", e.getStackTrace(), passes);
        }
        return passes
                ? new StepFault("An unexpected " + kind, root.getStackTrace(), true)
                : new ProgramFault(kind, root.getStackTrace());
    }
}
