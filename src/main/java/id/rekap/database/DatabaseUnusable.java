package id.rekap.database;

/** The database cannot be used; the message says which one, why and what to do, and never holds a password. */
public final class DatabaseUnusable extends RuntimeException {
    public DatabaseUnusable(String message) {
        super(message);
    }

    public DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
