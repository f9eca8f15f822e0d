package id.rekap.cli;

import java.util.UUID;

/** What the lines of a structured log belong to: this process, by the id that monitors are told, and the night it works on. */
final class LogMark {
    static final String ID = UUID.randomUUID().toString();

    private static volatile String night = "";

    private LogMark() {}

    static String night() {
        return night;
    }

    static void works(String mandate, Object date) {
        night = mandate + "/" + date;
    }
}
