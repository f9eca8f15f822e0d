package id.rekap.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The first changes of each kind by agency, for people to look at before they import for real. */
final class ChangeSamples {
    static final int MOST = 20;

    private static final int TRIM_AT = 50 * MOST;

    private static final Comparator<Sample> BY_AGENCY =
            Comparator.comparing(Sample::agency).thenComparing(Sample::no);

    private final Map<ImportResult.Kind, List<Sample>> byKind = new EnumMap<>(ImportResult.Kind.class);

    private record Sample(String agency, String no, ImportResult.Change change) {}

    void added(EmployeeVersion version) {
        add(ImportResult.Kind.ADDED, version, version, version.agency() + " " + version.type());
    }

    void ended(EmployeeVersion version) {
        add(ImportResult.Kind.ENDED, version, version, version.agency() + " " + version.type());
    }

    void changed(EmployeeVersion before, EmployeeVersion after) {
        List<String> parts = new ArrayList<>();
        part(parts, before, after, EmployeeVersion::no);
        part(parts, before, after, EmployeeVersion::name);
        part(parts, before, after, EmployeeVersion::agency);
        part(parts, before, after, EmployeeVersion::type);
        part(parts, before, after, EmployeeVersion::status);
        add(ImportResult.Kind.CHANGED, before, after, String.join(", ", parts));
    }

    private static void part(
            List<String> parts, EmployeeVersion before, EmployeeVersion after, Function<EmployeeVersion, String> of) {
        if (!of.apply(before).equals(of.apply(after))) {
            parts.add(of.apply(before) + " → " + of.apply(after));
        }
    }

    private void add(ImportResult.Kind kind, EmployeeVersion by, EmployeeVersion version, String detail) {
        List<Sample> list = byKind.computeIfAbsent(kind, k -> new ArrayList<>());
        list.add(new Sample(by.agency(), by.no(), new ImportResult.Change(kind, version.no(), version.name(), detail)));
        if (list.size() == TRIM_AT) {
            trim(list);
        }
    }

    private static void trim(List<Sample> list) {
        list.sort(BY_AGENCY);
        list.subList(Math.min(MOST, list.size()), list.size()).clear();
    }

    List<ImportResult.Change> all() {
        byKind.values().forEach(ChangeSamples::trim);
        return byKind.values().stream()
                .flatMap(
                        list -> list.stream().map(Sample::change).sorted(Comparator.comparing(ImportResult.Change::id)))
                .toList();
    }
}
