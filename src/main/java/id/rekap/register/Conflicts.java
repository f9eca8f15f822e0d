package id.rekap.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of rows that share numbers or people what is wrong with them. */
final class Conflicts {
    private final ImportProblems problems;
    private final Map<String, EmployeeRow> byNumber = new HashMap<>();
    private final Map<Long, String> persons = new HashMap<>();
    /** Rows whose person is known by a number that the row itself does not name. */
    private final Map<String, EmployeeRow> byPerson = new HashMap<>();

    Conflicts(ImportProblems problems) {
        this.problems = problems;
    }

    /** Takes rows in their order. */
    void rows(List<EmployeeRow> rows) {
        for (EmployeeRow row : rows) {
            claim(row.standing().no(), row);
            row.former().forEach(number -> claim(number, row));
        }
    }

    private void claim(String number, EmployeeRow row) {
        if (number.isEmpty()) {
            return;
        }
        EmployeeRow first = byNumber.putIfAbsent(number, row);
        if (first != null && first.number() != row.number()) {
            problems.add(
                    ImportProblems.About.ROW,
                    row.number(),
                    row.problem(
                            number + " stands twice, first in " + first.place(),
                            "every current and former number once",
                            "Delete the row or number that is wrong"));
        }
    }

    /** Takes what the register knows of a number, in the order of numbers. */
    void registered(String number, String person) {
        EmployeeRow row = byNumber.get(number);
        if (row == null) {
            return;
        }
        @Nullable String known = persons.putIfAbsent(row.number(), person);
        if (known != null && !known.equals(person)) {
            add(
                    row,
                    "its numbers belong to two people of the register, " + known + " and " + person,
                    "numbers of one person",
                    "Correct the current or former number");
            return;
        }
        EmployeeRow other = byNumber.get(person);
        other = other != null ? other : byPerson.putIfAbsent(person, row);
        if (other != null && other.number() != row.number()) {
            add(
                    row,
                    number + " is another number of the person in " + other.place(),
                    "one row for each person",
                    "Keep the row with the current number and put the other number into its former numbers");
        }
    }

    private void add(EmployeeRow row, String found, String expected, String action) {
        // All of them behind the problems of rows, in the order in which they are found.
        problems.add(ImportProblems.About.REGISTER, 0, row.problem(found, expected, action));
    }
}
