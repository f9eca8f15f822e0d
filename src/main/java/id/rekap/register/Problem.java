package id.rekap.register;

import org.jspecify.annotations.Nullable;

/**
 * Why an import is refused, at one place of its files.
 *
 * @param file empty where all files together are meant
 * @param sheet empty for CSV
 * @param row as the spreadsheet shows it; null for a whole file
 * @param column as its header is written; empty for a whole row
 * @param action what to do about it; may be empty
 */
public record Problem(
        String file, String sheet, @Nullable Integer row, String column, String found, String expected, String action) {

    /** One line for people. */
    public String sentence() {
        StringBuilder text = new StringBuilder(file);
        append(text, ", ", "sheet ", sheet);
        append(text, ", ", "row ", row == null ? "" : row.toString());
        append(text, ", ", "column ", column);
        append(text, ": ", "", found);
        append(text, "; ", "expected ", expected);
        append(text, ". ", "", action);
        return text.toString();
    }

    private static void append(StringBuilder text, String separator, String label, String value) {
        if (!value.isEmpty()) {
            text.append(text.length() == 0 ? "" : separator).append(label).append(value);
        }
    }
}
