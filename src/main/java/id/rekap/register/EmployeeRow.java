package id.rekap.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the import.
 *
 * @param number among all rows of the import
 * @param sheet its source's number
 * @param row as the spreadsheet shows it
 * @param former former numbers that it names
 * @param person whose row it is; null as long as nobody in the register has one of its numbers
 */
record EmployeeRow(
        long number,
        Source source,
        int sheet,
        int row,
        Standing standing,
        List<String> former,
        @Nullable String person) {

    /** A person keeps the first number that the register knew them by. */
    String anyPerson() {
        return person == null ? standing.no() : person;
    }

    EmployeeRow withFormer(List<String> numbers) {
        return new EmployeeRow(number, source, sheet, row, standing, numbers, person);
    }

    Problem problem(String found, String expected, String action) {
        return source.problem(row, "", found, expected, action);
    }

    String place() {
        return source.place(row);
    }
}
