package id.rekap.lock;

/** This process is no longer the owner of its date: what it would write now is not to be written. */
public final class LockLost extends RuntimeException {
    LockLost(String message) {
        super(message, null, false, false);
    }
}
