package id.rekap.report.page;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.HoldReason;
import id.rekap.reconcile.AgencyState;
import id.rekap.snapshot.AgencyPosition;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where each agency stands, and those that somebody should call. */
final class AgencyParts {
    private final List<AgencyPosition> agencies;
    private final FindingCounts counts;
    private final Figures figures;
    private final Wording words;
    private final Map<String, String> names = new HashMap<>();

    AgencyParts(List<AgencyPosition> agencies, FindingCounts counts, Figures figures, Wording words) {
        this.agencies = agencies;
        this.counts = counts;
        this.figures = figures;
        this.words = words;
        agencies.forEach(a -> names.put(a.code(), a.name()));
    }

    /** A class of the style sheet. */
    String kind(AgencyPosition a) {
        return a.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String symbol(AgencyPosition a) {
        return symbol(a.state());
    }

    /** Agencies without a list that need not report; whether they count is said, because nobody would guess it. */
    String unexpected() {
        List<AgencyPosition> meant = agencies.stream()
                .filter(a -> a.state() == AgencyState.NOT_EXPECTED)
                .toList();
        if (meant.isEmpty()) {
            return "";
        }
        boolean hasPeople = meant.stream().anyMatch(a -> a.headcount() > 0);
        return words.text(
                hasPeople ? "unexpected.counted" : "unexpected",
                words.number(meant.size()),
                meant.stream().map(AgencyPosition::name).collect(Collectors.joining(", ")));
    }

    /** Silent ones, refused files, held and stale lists, where there are any. */
    List<Page.Attention> attention() {
        return List.of(Call.values()).stream()
                .filter(call -> !called(call).isEmpty())
                .map(call -> new Page.Attention(
                        symbol(call.state),
                        words.text(
                                "attention." + call, words.number(called(call).size())),
                        words.text("advice." + call),
                        called(call)))
                .toList();
    }

    /** Why somebody should call an agency. */
    enum Call {
        MISSING(AgencyState.MISSING),
        REFUSED(AgencyState.MISSING),
        HELD(AgencyState.HELD),
        STALE(AgencyState.STALE);

        private final AgencyState state;

        Call(AgencyState state) {
            this.state = state;
        }
    }

    /** Names of the agencies to call. */
    List<String> called(Call call) {
        return toCall(call).stream().map(AgencyPosition::name).toList();
    }

    /** How many agencies to call, each once, whatever for. */
    long toCall() {
        return Stream.of(Call.values())
                .flatMap(call -> toCall(call).stream())
                .map(AgencyPosition::code)
                .distinct()
                .count();
    }

    List<AgencyPosition> toCall(Call call) {
        return agencies.stream()
                .filter(a -> switch (call) {
                    case MISSING ->
                        a.state() == AgencyState.MISSING
                                && isToMend(a, Set.of(ExceptionCode.AGENCY_SILENT))
                                && !figures.owesNothing(a.code());
                    case REFUSED -> hasRefusedFile(a);
                    case HELD -> a.state() == AgencyState.HELD && isToMend(a, HoldReason.CODES);
                    case STALE -> a.state() == AgencyState.STALE && isToMend(a, Set.of(ExceptionCode.AGENCY_STALE));
                })
                .toList();
    }

    /** Not where somebody has acknowledged all that the agency would be called for. */
    private boolean isToMend(AgencyPosition agency, Set<ExceptionCode> codes) {
        return !counts.isAcknowledged(agency.code(), codes);
    }

    /** A refused file changes no count, so the agency's state does not tell of it. */
    boolean hasRefusedFile(AgencyPosition agency) {
        return !counts.isAcknowledged(agency.code(), ExceptionCode.REFUSED_FILES)
                && counts.of(agency.code()).entrySet().stream()
                        .anyMatch(e -> ExceptionCode.REFUSED_FILES.contains(e.getKey())
                                && e.getValue().open() > 0);
    }

    String state(AgencyPosition a) {
        return switch (a.state()) {
            case COVERED -> words.text("state.COVERED", names.getOrDefault(a.coveredBy(), a.coveredBy()));
            case STALE -> words.text(a.receivedOn() == null ? "state.REPORTED" : "state.late");
            case HELD, REPORTED, NIL, MISSING, NOT_EXPECTED -> words.text("state." + a.state());
        };
    }

    /** So that a state is never told by its colour alone. */
    private static String symbol(AgencyState state) {
        return switch (state) {
            case REPORTED, COVERED, NIL -> "✓";
            case HELD -> "?";
            case STALE -> "!";
            case MISSING -> "✗";
            case NOT_EXPECTED -> "–";
        };
    }
}
