package id.rekap.register;

import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the rows of people whom the register knows differ from what it says of the import's date. */
final class Difference {
    private final Set<Group> groups;
    private final Function<EmployeeVersion, Group> groupOf;
    private final ChangeSamples samples;
    private final GroupMoves moves = new GroupMoves();
    /** Rows that have to be written, by number. */
    private final BitSet differing = new BitSet();

    private int changed;
    private int unchanged;

    Difference(Set<Group> groups, Function<EmployeeVersion, Group> groupOf, ChangeSamples samples) {
        this.groups = groups;
        this.groupOf = groupOf;
        this.samples = samples;
    }

    /** A cluster with the people as they stand on the import's date. */
    void add(Cluster cluster, LocalDate date) {
        List<@Nullable EmployeeVersion> before = cluster.on(date);
        for (int i = 0; i < before.size(); i++) {
            row(cluster.rows().get(i), before.get(i));
        }
    }

    /** @param before what the register says of the row's person; null where they are not in it on the date */
    private void row(EmployeeRow row, @Nullable EmployeeVersion before) {
        if (!row.version().equals(before)) {
            differing.set(Math.toIntExact(row.number()));
        }
        if (before != null && row.version().isLike(before)) {
            unchanged++;
            return;
        }
        if (before == null) {
            samples.added(row.version());
            return;
        }
        Group group = groupOf.apply(before);
        if (!groups.contains(group)) {
            moves.add(row, before, group);
        }
        changed++;
        samples.changed(before, row.version());
    }

    /** Whether a row says something else than the register, or that several people are one. */
    boolean isWritten(Cluster cluster) {
        return cluster.people().size() != 1
                || cluster.rows().stream().anyMatch(row -> differing.get(Math.toIntExact(row.number())));
    }

    int changed() {
        return changed;
    }

    int unchanged() {
        return unchanged;
    }

    GroupMoves moves() {
        return moves;
    }
}
