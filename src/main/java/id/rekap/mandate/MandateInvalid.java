package id.rekap.mandate;

/** A file of {@code jobs/} that cannot be used; the message names the file, the key and what is allowed. */
public final class MandateInvalid extends RuntimeException {
    public MandateInvalid(String message) {
        super(message, null, false, false);
    }
}
