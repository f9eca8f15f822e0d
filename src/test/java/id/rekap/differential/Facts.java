package id.rekap.differential;

import id.rekap.mandate.Group;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Imports that still count: a later one of the same date and group has taken the place of an earlier one. */
final class Facts {
    private final List<Imported> imports = new ArrayList<>();

    /**
     * Files that were imported.
     *
     * @param group null: the whole register
     */
    record Imported(
            boolean ofAgencies, LocalDate date, @Nullable String group, Path file) {
        @Nullable
        Group of() {
            return group == null ? null : Group.valueOf(group);
        }

        boolean replaces(Imported earlier) {
            return ofAgencies == earlier.ofAgencies
                    && date.equals(earlier.date)
                    && (group == null || group.equals(earlier.group));
        }
    }

    void add(Imported imported) {
        imports.removeIf(imported::replaces);
        imports.add(imported);
    }

    int size() {
        return imports.size();
    }

    /** In any order of dates; of one date in the order in which they came, since the last word on a group counts. */
    List<Imported> shuffled(boolean ofAgencies, Random random) {
        TreeMap<LocalDate, List<Imported>> byDate = new TreeMap<>();
        imports.stream()
                .filter(imported -> imported.ofAgencies() == ofAgencies)
                .forEach(imported -> byDate.computeIfAbsent(imported.date(), d -> new ArrayList<>())
                        .add(imported));
        List<List<Imported>> dates = new ArrayList<>(byDate.values());
        Collections.shuffle(dates, random);
        return dates.stream().flatMap(List::stream).toList();
    }
}
