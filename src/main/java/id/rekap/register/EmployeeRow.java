package id.rekap.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the import, small: a million of them must fit beside each other. */
final class EmployeeRow {
    final Source source;
    final int row;
    final Standing standing;
    /** Former numbers that the register does not know yet. */
    List<String> former;
    /** Whether the register knows the current number, from this date on or before. */
    boolean known;
    /** Whose row it is; null as long as nobody in the register has one of its numbers. */
    @Nullable
    String person;

    Found found = Found.NEW;

    /** How the row compares with the register on its date. */
    enum Found {
        NEW,
        CHANGED,
        UNCHANGED
    }

    EmployeeRow(Source source, int row, Standing standing, List<String> former) {
        this.source = source;
        this.row = row;
        this.standing = standing;
        this.former = former;
    }

    /** A person keeps the first number that the register knew them by. */
    String person() {
        return person == null ? standing.no() : person;
    }

    Problem problem(String found, String expected, String action) {
        return source.problem(row, "", found, expected, action);
    }

    String place() {
        return source.place(row);
    }
}
