package id.rekap.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the import.
 *
 * @param number among all rows of the import
 * @param sheet its source's number
 * @param row as the spreadsheet shows it
 * @param person one of those whose numbers it names; null as long as nobody in the register has any
 */
record EmployeeRow(
        long number,
        Source source,
        int sheet,
        int row,
        EmployeeVersion version,
        @Nullable String person) {

    /** Former numbers that it names. */
    List<String> former() {
        return version.formerNumbers();
    }

    Problem problem(String found, String expected, String action) {
        return source.problem(row, "", found, expected, action);
    }

    String place() {
        return source.place(row);
    }
}
