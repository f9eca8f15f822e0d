package id.rekap.register;

import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How the rows of an import differ from what the register says of its date. */
final class Difference {
    private final EmployeeRows rows;
    private final Set<Group> groups;
    private final Function<Standing, Group> groupOf;
    private final ChangeSamples samples;
    private final Map<Group, Integer> activeBefore = new EnumMap<>(Group.class);
    private final List<String> ended = new ArrayList<>();
    private final Moves moves = new Moves();
    private int endedActive;
    private int changed;
    private int unchanged;

    Difference(EmployeeRows rows, Set<Group> groups, Function<Standing, Group> groupOf, ChangeSamples samples) {
        this.rows = rows;
        this.groups = groups;
        this.groupOf = groupOf;
        this.samples = samples;
    }

    /** Takes one person who stands in the register on the date. */
    void registered(String person, Standing standing) {
        Group group = groupOf.apply(standing);
        if (standing.active()) {
            activeBefore.merge(group, 1, Integer::sum);
        }
        EmployeeRow row = rows.ofPerson(person);
        if (row == null) {
            if (groups.contains(group)) {
                ended.add(person);
                endedActive += standing.active() ? 1 : 0;
                samples.ended(standing);
            }
        } else if (row.standing.equals(standing)) {
            row.found = EmployeeRow.Found.UNCHANGED;
            unchanged++;
        } else {
            if (!groups.contains(group)) {
                moves.add(row, standing, group);
            }
            row.found = EmployeeRow.Found.CHANGED;
            changed++;
            samples.changed(standing, row.standing);
        }
    }

    List<String> ended() {
        return ended;
    }

    int changed() {
        return changed;
    }

    int unchanged() {
        return unchanged;
    }

    int added() {
        return rows.all().size() - changed - unchanged;
    }

    Moves moves() {
        return moves;
    }

    /** A file that is not whole looks like people leaving: more than a tenth at once is not believed. */
    Optional<Problem> massEnd(LocalDate date) {
        int active =
                groups.stream().mapToInt(g -> activeBefore.getOrDefault(g, 0)).sum();
        if (endedActive * 10L <= active) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                "",
                "",
                null,
                "",
                endedActive + " of " + active + " active people (" + names()
                        + ") are not in these files and would end on " + date,
                "at most a tenth",
                "Check that all files of the register are there and whole; if it is true, import with --force"));
    }

    private String names() {
        return String.join(", ", groups.stream().map(Group::name).sorted().toList());
    }
}
