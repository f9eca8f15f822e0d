package id.rekap.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The first changes of each kind, for people to look at before they import for real. */
final class ChangeSamples {
    static final int MOST = 20;

    private final Map<ImportResult.Kind, List<ImportResult.Change>> byKind = new EnumMap<>(ImportResult.Kind.class);

    void added(Standing standing) {
        add(ImportResult.Kind.ADDED, standing, standing.agency() + " " + standing.type());
    }

    void ended(Standing standing) {
        add(ImportResult.Kind.ENDED, standing, standing.agency() + " " + standing.type());
    }

    void changed(Standing before, Standing after) {
        List<String> parts = new ArrayList<>();
        part(parts, before, after, Standing::no);
        part(parts, before, after, Standing::name);
        part(parts, before, after, Standing::agency);
        part(parts, before, after, Standing::type);
        part(parts, before, after, Standing::status);
        add(ImportResult.Kind.CHANGED, after, String.join(", ", parts));
    }

    private static void part(List<String> parts, Standing before, Standing after, Function<Standing, String> of) {
        if (!of.apply(before).equals(of.apply(after))) {
            parts.add(of.apply(before) + " → " + of.apply(after));
        }
    }

    private void add(ImportResult.Kind kind, Standing standing, String detail) {
        List<ImportResult.Change> list = byKind.computeIfAbsent(kind, k -> new ArrayList<>());
        if (list.size() < MOST) {
            list.add(new ImportResult.Change(kind, standing.no(), standing.name(), detail));
        }
    }

    List<ImportResult.Change> all() {
        return byKind.values().stream()
                .flatMap(list -> list.stream().sorted(Comparator.comparing(ImportResult.Change::id)))
                .toList();
    }
}
