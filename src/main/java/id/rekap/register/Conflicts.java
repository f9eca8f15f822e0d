package id.rekap.register;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says of rows that share numbers or people what is wrong with them. */
final class Conflicts {
    private final ImportProblems problems;
    private final Map<String, EmployeeRow> byNumber = new HashMap<>();

    Conflicts(ImportProblems problems) {
        this.problems = problems;
    }

    /** Takes rows in their order. */
    void rows(List<EmployeeRow> rows) {
        for (EmployeeRow row : rows) {
            claim(row.version().no(), row);
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

    /** Tells where a cluster's numbers cannot be of one person each. */
    void check(Histories histories, Cluster cluster, LocalDate date) {
        if (cluster.rows().size() == 1 && cluster.people().size() <= 1) {
            return;
        }
        try {
            histories.after(cluster.people(), cluster.named());
        } catch (Histories.Contradiction found) {
            contradiction(cluster, found, date);
        }
    }

    /** What becomes of a cluster that was checked, or of which no row is left: less said contradicts nothing. */
    static List<History> free(Histories histories, Cluster cluster) {
        return free(histories, cluster.people(), cluster.named());
    }

    static List<History> free(Histories histories, List<History> people, List<EmployeeVersion> named) {
        try {
            return histories.after(people, named);
        } catch (Histories.Contradiction found) {
            throw new IllegalStateException("The register has one person twice on " + found.on, found);
        }
    }

    /** Takes a row whose numbers, or a later row that shares them, cannot be one person's. */
    private void contradiction(Cluster cluster, Histories.Contradiction found, LocalDate date) {
        List<EmployeeRow> both = cluster.rows().stream()
                .filter(row ->
                        List.of(found.one, found.other).contains(row.version().no()))
                .toList();
        if (found.on.equals(date) && both.size() > 1) {
            EmployeeRow row = both.get(1);
            add(
                    row,
                    row.version().no() + " is another number of the person in "
                            + both.get(0).place(),
                    "one row for each person",
                    "Keep the row with the current number and put the other number into its former numbers");
        } else {
            add(
                    cluster.rows().get(0),
                    "its numbers belong to two people of the register, " + found.one + " and " + found.other
                            + ": both stand in the import of " + found.on,
                    "numbers of one person",
                    "Correct the current or former number, or import " + found.on + " again with one of the two");
        }
    }

    private void add(EmployeeRow row, String found, String expected, String action) {
        // All of them behind the problems of rows, in the order in which they are found.
        problems.add(ImportProblems.About.REGISTER, row.number(), row.problem(found, expected, action));
    }
}
