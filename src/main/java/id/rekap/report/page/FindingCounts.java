package id.rekap.report.page;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.Finding;
import id.rekap.snapshot.FindingState;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** How many exceptions a night has, by code, state and agency; gathered while they are written. */
public final class FindingCounts {
    private final Map<ExceptionCode, Map<FindingState, Integer>> byCode = new EnumMap<>(ExceptionCode.class);
    private final Map<String, Integer> openByAgency = new HashMap<>();

    public void add(Finding finding) {
        byCode.computeIfAbsent(finding.code(), c -> none()).merge(finding.state(), 1, Integer::sum);
        if (finding.state() != FindingState.RESOLVED) {
            openByAgency.merge(finding.agency(), 1, Integer::sum);
        }
    }

    /** Codes in the contract's order, states in theirs, each state present. */
    public Map<ExceptionCode, Map<FindingState, Integer>> byCode() {
        return byCode;
    }

    public Map<FindingState, Integer> byState() {
        Map<FindingState, Integer> sum = none();
        byCode.values().forEach(states -> states.forEach((state, n) -> sum.merge(state, n, Integer::sum)));
        return sum;
    }

    /** Exceptions of an agency that are not resolved. */
    public int openOf(String agency) {
        return openByAgency.getOrDefault(agency, 0);
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
