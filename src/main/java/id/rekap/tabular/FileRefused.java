package id.rekap.tabular;

import id.rekap.catalogue.ExceptionCode;

/**
 * A file that cannot be used, and why: a {@code FILE_*} code, what was found and what was expected, in words for the
 * sender and without personal data.
 */
public final class FileRefused extends Exception {
    private final ExceptionCode code;
    private final String sheet;
    private final String found;
    private final String expected;

    public FileRefused(ExceptionCode code, String sheet, String found, String expected) {
        super(code + ": " + found, null, false, false);
        this.code = code;
        this.sheet = sheet;
        this.found = found;
        this.expected = expected;
    }

    public ExceptionCode code() {
        return code;
    }

    /** The sheet's name, empty where the whole file is meant. */
    public String sheet() {
        return sheet;
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }
}
