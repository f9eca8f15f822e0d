package id.rekap.mandate;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One thing that is owed.
 *
 * @param columns header names under which lists report it, as the mandate writes them
 * @param voluntary never an exception, never part of {@code all}
 * @param atLeast for a count: met from this number on
 * @param account the official account whose followers are evidence, empty where there is none
 */
public record Obligation(
        String id,
        Kind kind,
        Map<Locale, String> label,
        List<String> columns,
        boolean voluntary,
        int atLeast,
        String account) {

    /** How a cell of this obligation is read. */
    public enum Kind {
        HANDLE,
        YES_NO,
        COUNT
    }

    public String label(Locale locale) {
        return label.getOrDefault(locale, id);
    }

    /** A yes about following an official account. */
    public boolean isFollow() {
        return !account.isEmpty();
    }
}
