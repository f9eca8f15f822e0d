package id.rekap.register;

import id.rekap.mandate.Group;
import id.rekap.register.RegisterModel.End;
import id.rekap.register.RegisterModel.Written;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an import of a date says beside what was said of it. */
final class ModelComparison {
    private final TypesByGroup types;
    private final boolean isOfAsnAlone;
    private final List<Written> rows;
    private int unchanged;
    private int changed;
    private int moves;
    private int active;
    private int ended;
    private int endedActive;
    private int stillThere;

    ModelComparison(
            TypesByGroup types,
            boolean isOfAsnAlone,
            LocalDate date,
            Set<Group> groups,
            List<Written> rows,
            Iterable<ModelPerson> old,
            ModelNumbers clusters,
            Iterable<ModelPerson> then) {
        this.types = types;
        this.isOfAsnAlone = isOfAsnAlone;
        this.rows = rows;
        Map<String, List<EmployeeVersion>> left = new HashMap<>();
        Set<String> named = new HashSet<>();
        rows.forEach(row -> named.add(clusters.root(row.version().no())));
        for (ModelPerson person : old) {
            EmployeeVersion was = person.on(date);
            if (was == null) {
                continue;
            }
            String cluster = clusters.root(person.id());
            left.computeIfAbsent(cluster, c -> new ArrayList<>()).add(was);
            boolean inGroups = groups.contains(types.groupOf(was));
            active += inGroups && was.active() ? 1 : 0;
            if (inGroups && !named.contains(cluster)) {
                ended++;
                endedActive += was.active() ? 1 : 0;
                stillThere += isThere(person, then, date) ? 1 : 0;
            }
        }
        Map<Written, EmployeeVersion> before = new HashMap<>();
        rows.forEach(row -> left.getOrDefault(clusters.root(row.version().no()), List.of()).stream()
                .filter(was -> was.no().equals(row.version().no()))
                .findFirst()
                .ifPresent(was -> before.put(row, was)));
        left.values().forEach(ofCluster -> ofCluster.removeAll(before.values()));
        for (Written row : rows) {
            List<EmployeeVersion> others =
                    left.getOrDefault(clusters.root(row.version().no()), List.of());
            if (!before.containsKey(row) && !others.isEmpty()) {
                before.put(row, others.remove(0));
            }
            compare(row.version(), before.get(row), groups);
        }
    }

    private void compare(EmployeeVersion row, @Nullable EmployeeVersion was, Set<Group> groups) {
        if (was != null && row.isLike(was)) {
            unchanged++;
        } else if (was != null) {
            changed++;
            boolean fromAsn = types.groupOf(was) == Group.ASN && was.active();
            moves += !groups.contains(types.groupOf(was)) && fromAsn && isOfAsnAlone ? 1 : 0;
        }
    }

    private static boolean isThere(ModelPerson person, Iterable<ModelPerson> then, LocalDate date) {
        for (ModelPerson now : then) {
            if (now.on(date) != null && now.numbers().stream().anyMatch(person.numbers()::contains)) {
                return true;
            }
        }
        return false;
    }

    /** What it is not believed for without force. */
    int doubts() {
        return moves + (endedActive * 10 > active ? 1 : 0);
    }

    End end() {
        return new End(rows.size() - changed - unchanged, changed + stillThere, ended - stillThere, unchanged, 0);
    }
}
