package id.rekap.mandate;

/** A file of {@code jobs/} that cannot be used; the message names the file, the key and what is allowed. */
public final class ConfigurationInvalid extends RuntimeException {
    public ConfigurationInvalid(String message) {
        super(message, null, false, false);
    }
}
