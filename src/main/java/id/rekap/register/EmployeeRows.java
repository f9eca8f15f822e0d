package id.rekap.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All rows of an import, by number and by person. */
final class EmployeeRows {
    private final List<EmployeeRow> rows = new ArrayList<>();
    private final Map<String, EmployeeRow> byNumber = new HashMap<>();
    /** Rows whose person is known by a number that the row itself does not name. */
    private final Map<String, EmployeeRow> byPerson = new HashMap<>();
    /** Numbers that an earlier import of the same date gave somebody, and that no row names now. */
    private final Map<String, String> unnamed = new HashMap<>();

    private final List<Problem> problems;

    EmployeeRows(List<Problem> problems) {
        this.problems = problems;
    }

    void add(EmployeeRow row) {
        rows.add(row);
        claim(row.standing.no(), row);
        row.former.forEach(number -> claim(number, row));
    }

    private void claim(String number, EmployeeRow row) {
        if (number.isEmpty()) {
            return;
        }
        EmployeeRow first = byNumber.putIfAbsent(number, row);
        if (first != null && first != row) {
            problems.add(row.problem(
                    number + " stands twice, first in " + first.place(),
                    "every current and former number once",
                    "Delete the row or number that is wrong"));
        }
    }

    /** Tells the rows what the register knows of a number. */
    void registered(String number, String person, LocalDate knownFrom, LocalDate date) {
        EmployeeRow row = byNumber.get(number);
        if (row == null) {
            if (knownFrom.equals(date)) {
                unnamed.put(number, person);
            }
            return;
        }
        if (row.person == null) {
            row.person = person;
        } else if (!row.person.equals(person)) {
            problems.add(row.problem(
                    "its numbers belong to two people of the register, " + row.person + " and " + person,
                    "numbers of one person",
                    "Correct the current or former number"));
            return;
        }
        EmployeeRow other = byNumber.get(person);
        other = other != null ? other : byPerson.putIfAbsent(person, row);
        if (other != null && other != row) {
            problems.add(row.problem(
                    number + " is another number of the person in " + other.place(),
                    "one row for each person",
                    "Keep the row with the current number and put the other number into its former numbers"));
        }
        if (!knownFrom.isAfter(date)) {
            if (number.equals(row.standing.no())) {
                row.known = true;
            } else {
                row.former = row.former.stream().filter(f -> !f.equals(number)).toList();
            }
        }
    }

    @Nullable
    EmployeeRow ofPerson(String person) {
        EmployeeRow row = byPerson.get(person);
        if (row != null) {
            return row;
        }
        row = byNumber.get(person);
        return row != null && row.person().equals(person) ? row : null;
    }

    /** Former numbers that this import takes back from its people: number and person. */
    Map<String, String> withdrawn() {
        unnamed.values().removeIf(person -> ofPerson(person) == null);
        return unnamed;
    }

    List<EmployeeRow> all() {
        return rows;
    }
}
