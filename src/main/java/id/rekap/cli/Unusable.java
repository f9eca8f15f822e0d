package id.rekap.cli;

/** Configuration or register that cannot be used: one message, exit 6. */
final class Unusable extends RuntimeException {
    Unusable(String message) {
        super(message, null, false, false);
    }
}
