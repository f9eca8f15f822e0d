package id.rekap.report.page;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Responsible;
import id.rekap.catalogue.Severity;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.FindingState;
import id.rekap.snapshot.AgencyPosition;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How many exceptions a night has, by code, state and agency; gathered while they are written. A total counts errors and
 * warnings; what is only information is counted apart.
 */
public final class FindingCounts {
    private final Catalogue catalogue;
    private final Set<String> fingerprints;
    private final Map<ExceptionCode, Stand> byCode = new EnumMap<>(ExceptionCode.class);
    private final Map<String, Map<ExceptionCode, Stand>> byAgency = new HashMap<>();
    private final Map<String, Map<ExceptionCode, Integer>> acknowledged = new HashMap<>();
    private final Map<ExceptionCode, Ages> ages = new EnumMap<>(ExceptionCode.class);

    /** @param acknowledged fingerprints: such exceptions are counted like others, and are not to be mended */
    public FindingCounts(Catalogue catalogue, Set<String> acknowledged) {
        this.catalogue = catalogue;
        this.fingerprints = acknowledged;
    }

    public void add(Finding finding) {
        if (finding.state() != FindingState.RESOLVED) {
            ages.computeIfAbsent(finding.code(), c -> new Ages()).add(finding.nightsOpen());
            if (fingerprints.contains(finding.fingerprint())) {
                acknowledged
                        .computeIfAbsent(finding.agency(), a -> new EnumMap<>(ExceptionCode.class))
                        .merge(finding.code(), 1, Integer::sum);
            }
        }
        Stand one = Stand.of(finding.state());
        byCode.merge(finding.code(), one, Stand::plus);
        byAgency.computeIfAbsent(finding.agency(), a -> new EnumMap<>(ExceptionCode.class))
                .merge(finding.code(), one, Stand::plus);
    }

    /**
     * How many exceptions there are in each state, as {@code exceptions.csv} names it.
     *
     * @param fresh {@code NEW}
     * @param reopened {@code REOPENED}
     * @param still {@code OPEN}: open in the last set already
     * @param resolved {@code RESOLVED}
     */
    public record Stand(int fresh, int reopened, int still, int resolved) {
        public static final Stand NONE = new Stand(0, 0, 0, 0);

        public static Stand of(FindingState state) {
            return switch (state) {
                case NEW -> new Stand(1, 0, 0, 0);
                case REOPENED -> new Stand(0, 1, 0, 0);
                case OPEN -> new Stand(0, 0, 1, 0);
                case RESOLVED -> new Stand(0, 0, 0, 1);
            };
        }

        public Stand plus(Stand other) {
            return new Stand(
                    fresh + other.fresh, reopened + other.reopened, still + other.still, resolved + other.resolved);
        }

        /** All that are not resolved. */
        public int open() {
            return fresh + reopened + still;
        }

        public int in(FindingState state) {
            return switch (state) {
                case NEW -> fresh;
                case REOPENED -> reopened;
                case OPEN -> still;
                case RESOLVED -> resolved;
            };
        }
    }

    /** Codes in the catalogue's order, information included. */
    public Map<ExceptionCode, Stand> byCode() {
        return byCode;
    }

    /** Errors and warnings: what is meant wherever exceptions are counted. */
    public Stand exceptions() {
        return sum(byCode, code -> !isInfo(code));
    }

    /** What is only information. */
    public Stand infos() {
        return sum(byCode, this::isInfo);
    }

    boolean isInfo(ExceptionCode code) {
        return catalogue.severity(code) == Severity.INFO;
    }

    /** How old the open ones are, codes in the catalogue's order. */
    Map<ExceptionCode, Ages> ages() {
        return ages;
    }

    /** An agency's exceptions, codes in the catalogue's order; of the empty code those that no agency is meant by. */
    public Map<ExceptionCode, Stand> of(String agency) {
        return byAgency.getOrDefault(agency, Map.of());
    }

    /** Agencies that have any, in no order. */
    public Set<String> agencies() {
        return byAgency.keySet();
    }

    /** Exceptions of a code over all agencies. */
    public Stand of(ExceptionCode code) {
        return byCode.getOrDefault(code, Stand.NONE);
    }

    /** Of the open errors and warnings, those that somebody has acknowledged. */
    int acknowledged() {
        return acknowledged.values().stream().mapToInt(this::acknowledged).sum();
    }

    /** Open ones of a code that are to be mended. */
    int toMend(ExceptionCode code) {
        return of(code).open()
                - acknowledged.values().stream()
                        .mapToInt(codes -> codes.getOrDefault(code, 0))
                        .sum();
    }

    /** An agency's errors and warnings that it has to mend itself. */
    int toMend(String agency) {
        Map<ExceptionCode, Integer> known = acknowledged.getOrDefault(agency, Map.of());
        return of(agency).entrySet().stream()
                .filter(e -> !isInfo(e.getKey()) && catalogue.responsible(e.getKey()) == Responsible.AGENCY)
                .mapToInt(e -> e.getValue().open() - known.getOrDefault(e.getKey(), 0))
                .sum();
    }

    private int acknowledged(Map<ExceptionCode, Integer> codes) {
        return codes.entrySet().stream()
                .filter(code -> !isInfo(code.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Has an agency open ones of these codes, and are all of them acknowledged? */
    boolean isAcknowledged(String agency, Set<ExceptionCode> codes) {
        int open = 0;
        int known = 0;
        for (ExceptionCode code : codes) {
            open += of(agency).getOrDefault(code, Stand.NONE).open();
            known += acknowledged.getOrDefault(agency, Map.of()).getOrDefault(code, 0);
        }
        return open > 0 && open == known;
    }

    /** An agency's errors and warnings that are not resolved. */
    public int openOf(String agency) {
        return sum(of(agency), code -> !isInfo(code)).open();
    }

    private static Stand sum(Map<ExceptionCode, Stand> stands, Predicate<ExceptionCode> meant) {
        return stands.entrySet().stream()
                .filter(e -> meant.test(e.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Stand.NONE, Stand::plus);
    }

    /** Whether something of an agency counts on the night: its own list, one from above, or a nil report. */
    public static boolean hasReported(AgencyPosition agency) {
        return switch (agency.state()) {
            case REPORTED, STALE, COVERED, NIL -> true;
            case HELD -> agency.hasList();
            case MISSING, NOT_EXPECTED -> false;
        };
    }
}
