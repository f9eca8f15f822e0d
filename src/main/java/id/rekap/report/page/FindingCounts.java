package id.rekap.report.page;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.Finding;
import id.rekap.snapshot.FindingState;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How many exceptions a night has, by code, state and agency; gathered while they are written. */
public final class FindingCounts {
    private final Map<ExceptionCode, Map<FindingState, Integer>> byCode = new EnumMap<>(ExceptionCode.class);
    private final Map<String, Map<ExceptionCode, Stand>> byAgency = new HashMap<>();

    private final Map<ExceptionCode, Ages> ages = new EnumMap<>(ExceptionCode.class);

    public void add(Finding finding) {
        if (finding.state() != FindingState.RESOLVED) {
            ages.computeIfAbsent(finding.code(), c -> new Ages()).add(finding.nightsOpen());
        }
        byCode.computeIfAbsent(finding.code(), c -> none()).merge(finding.state(), 1, Integer::sum);
        byAgency.computeIfAbsent(finding.agency(), a -> new EnumMap<>(ExceptionCode.class))
                .merge(finding.code(), Stand.of(finding.state()), Stand::plus);
    }

    /**
     * How many exceptions there are of a kind.
     *
     * @param fresh new ones, and those that came back
     * @param open all that are not resolved, the fresh ones included
     */
    public record Stand(int fresh, int open, int resolved) {
        public static final Stand NONE = new Stand(0, 0, 0);
        private static final Stand FRESH = new Stand(1, 1, 0);
        private static final Stand STILL_OPEN = new Stand(0, 1, 0);
        private static final Stand GONE = new Stand(0, 0, 1);

        static Stand of(FindingState state) {
            return switch (state) {
                case NEW, REOPENED -> FRESH;
                case OPEN -> STILL_OPEN;
                case RESOLVED -> GONE;
            };
        }

        public Stand plus(Stand other) {
            return new Stand(fresh + other.fresh, open + other.open, resolved + other.resolved);
        }
    }

    /** Codes in the contract's order, states in theirs, each state present. */
    public Map<ExceptionCode, Map<FindingState, Integer>> byCode() {
        return byCode;
    }

    /** How old the open ones are, codes in the contract's order. */
    Map<ExceptionCode, Ages> ages() {
        return ages;
    }

    public Map<FindingState, Integer> byState() {
        Map<FindingState, Integer> sum = none();
        byCode.values().forEach(states -> states.forEach((state, n) -> sum.merge(state, n, Integer::sum)));
        return sum;
    }

    /** An agency's exceptions, codes in the contract's order; of the empty code those that no agency is meant by. */
    public Map<ExceptionCode, Stand> of(String agency) {
        return byAgency.getOrDefault(agency, Map.of());
    }

    /** Agencies that have any, in no order. */
    public Set<String> agencies() {
        return byAgency.keySet();
    }

    /** Exceptions of a code over all agencies. */
    public Stand of(ExceptionCode code) {
        Stand sum = Stand.NONE;
        for (Map.Entry<FindingState, Integer> entry :
                byCode.getOrDefault(code, Map.of()).entrySet()) {
            Stand one = Stand.of(entry.getKey());
            int n = entry.getValue();
            sum = sum.plus(new Stand(n * one.fresh(), n * one.open(), n * one.resolved()));
        }
        return sum;
    }

    /** Exceptions of an agency that are not resolved. */
    public int openOf(String agency) {
        return of(agency).values().stream().mapToInt(Stand::open).sum();
    }

    /** Whether something of an agency counts on the night: its own list, one from above, or a nil report. */
    public static boolean hasReported(AgencyPosition agency) {
        return switch (agency.state()) {
            case REPORTED, STALE, COVERED, NIL -> true;
            case HELD -> agency.receivedOn() != null || !agency.coveredBy().isEmpty();
            case MISSING, NOT_EXPECTED -> false;
        };
    }

    private static Map<FindingState, Integer> none() {
        Map<FindingState, Integer> none = new EnumMap<>(FindingState.class);
        for (FindingState state : FindingState.values()) {
            none.put(state, 0);
        }
        return none;
    }
}
