package id.rekap.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an import is refused, at one place of its files.
 *
 * @param file empty where all files together are meant
 * @param sheet empty for CSV
 * @param row as the spreadsheet shows it, the first one where several are meant; null for a whole file
 * @param column as its header is written; empty for a whole row
 * @param action what to do about it; may be empty
 * @param rows how many rows are meant; 0 for a whole file
 * @param accepting lines of configuration with which the import would take what it finds here; mostly empty
 */
public record Problem(
        String file,
        String sheet,
        @Nullable Integer row,
        String column,
        String found,
        String expected,
        String action,
        int rows,
        List<Setting> accepting) {

    public Problem {
        accepting = List.copyOf(accepting);
    }

    Problem(
            String file,
            String sheet,
            @Nullable Integer row,
            String column,
            String found,
            String expected,
            String action) {
        this(file, sheet, row, column, found, expected, action, row == null ? 0 : 1, List.of());
    }

    /**
     * A line of configuration, as it is pasted.
     *
     * @param file below HOME
     * @param place where in the file
     */
    public record Setting(String file, String place, String line) {}

    /** The same at several rows, of which it names the first. */
    Problem inRows(int rows, List<Setting> accepting) {
        return new Problem(file, sheet, row, column, found, expected, action, rows, accepting);
    }

    /** One line for people. */
    public String sentence() {
        StringBuilder text = new StringBuilder(file);
        append(text, ", ", "sheet ", sheet);
        append(text, ", ", "row ", row == null ? "" : row.toString());
        append(text, ", ", "column ", column);
        append(text, ": ", "", found);
        append(text, " ", "", rows > 1 ? "in " + rows + " rows, of which this is the first" : "");
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
