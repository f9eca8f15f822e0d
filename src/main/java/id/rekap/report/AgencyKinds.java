package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Severity;
import id.rekap.reconcile.FindingState;
import id.rekap.report.page.FindingCounts.Stand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An agency's exceptions by code, in the order in which they should be worked off. */
record AgencyKinds(List<Kind> kinds) {

    /**
     * Exceptions of one code.
     *
     * @param open lines that are not resolved, as they stand in the files
     */
    record Kind(ExceptionCode code, Severity severity, Stand stand, List<ExceptionLine> open) {}

    static AgencyKinds of(List<ExceptionLine> lines, Catalogue catalogue) {
        Map<ExceptionCode, Kind> kinds = new EnumMap<>(ExceptionCode.class);
        for (ExceptionLine line : lines) {
            FindingState state = line.finding().state();
            Kind kind = kinds.computeIfAbsent(
                    line.finding().code(),
                    code -> new Kind(code, catalogue.severity(code), Stand.NONE, new ArrayList<>()));
            if (state != FindingState.RESOLVED) {
                kind.open().add(line);
            }
            kinds.put(
                    kind.code(),
                    new Kind(kind.code(), kind.severity(), kind.stand().plus(Stand.of(state)), kind.open()));
        }
        return new AgencyKinds(kinds.values().stream()
                .sorted(Comparator.comparing(Kind::severity).thenComparing(Kind::code))
                .toList());
    }

    List<Kind> open() {
        return kinds.stream().filter(kind -> kind.stand().open() > 0).toList();
    }

    List<Kind> resolved() {
        return kinds.stream().filter(kind -> kind.stand().resolved() > 0).toList();
    }

    /** What was sent last, or some of it, could not be read. */
    boolean hasRefusedFile() {
        return open().stream().anyMatch(kind -> ExceptionCode.REFUSED_FILES.contains(kind.code()));
    }

    /** Errors and warnings. */
    Stand exceptions() {
        return kinds.stream()
                .filter(kind -> kind.severity() != Severity.INFO)
                .map(Kind::stand)
                .reduce(Stand.NONE, Stand::plus);
    }
}
