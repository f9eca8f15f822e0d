package id.rekap.tabular;

import id.rekap.catalogue.ExceptionCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be used, and why: a {@code FILE_*} code, what was found and what was expected, in words for the
 * sender and without personal data.
 */
public final class FileRefused extends Exception {
    private final ExceptionCode code;
    private final String sheet;
    private final String found;
    private final String expected;
    private final @Nullable English english;

    /** For the operator, whose commands speak English. */
    public record English(String found, String expected) {}

    public FileRefused(ExceptionCode code, String sheet, String found, String expected) {
        this(code, sheet, found, expected, null);
    }

    private FileRefused(ExceptionCode code, String sheet, String found, String expected, @Nullable English english) {
        super(code + ": " + found, null, false, false);
        this.code = code;
        this.sheet = sheet;
        this.found = found;
        this.expected = expected;
        this.english = english;
    }

    FileRefused inEnglish(String englishFound, String englishExpected) {
        return new FileRefused(code, sheet, found, expected, new English(englishFound, englishExpected));
    }

    FileRefused in(String itsSheet) {
        return new FileRefused(code, itsSheet, found, expected, english);
    }

    public ExceptionCode code() {
        return code;
    }

    /** The sheet's name, empty where the whole file is meant. */
    public String sheet() {
        return sheet;
    }

    /** Absent for what only a broken or hostile workbook has; its code says enough of that. */
    public Optional<English> english() {
        return Optional.ofNullable(english);
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }
}
