package id.rekap.lock;

/** Another run owns what this one needs; the message says who. */
public final class LockHeld extends RuntimeException {
    public LockHeld(String message) {
        super(message, null, false, false);
    }
}
