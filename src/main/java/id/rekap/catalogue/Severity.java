package id.rekap.catalogue;

import java.util.Locale;

/** How much an exception weighs; errors first. */
public enum Severity {
    ERROR,
    WARNING,
    INFO;

    /** The word as it stands in the published files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
