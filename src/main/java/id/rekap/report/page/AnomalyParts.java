package id.rekap.report.page;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Responsible;
import id.rekap.catalogue.Severity;
import id.rekap.snapshot.FindingState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Exceptions counted by code, with what they mean and what to do: errors first, then in the contract's order. */
record AnomalyParts(Catalogue catalogue, Wording words) {
    List<Page.Anomaly> anomalies(FindingCounts counts) {
        return counts.byCode().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<ExceptionCode, Map<FindingState, Integer>> e) ->
                                catalogue.severity(e.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(e -> anomaly(e.getKey(), e.getValue()))
                .toList();
    }

    private Page.Anomaly anomaly(ExceptionCode code, Map<FindingState, Integer> states) {
        Severity severity = catalogue.severity(code);
        int fresh = states.getOrDefault(FindingState.NEW, 0) + states.getOrDefault(FindingState.REOPENED, 0);
        return new Page.Anomaly(
                code.name(),
                severity.word(),
                words.text("severity." + severity.word()),
                catalogue.meaning(code, words.locale()),
                catalogue.action(code, words.locale()),
                who(catalogue.responsible(code)),
                words.number(fresh),
                words.number(fresh + states.getOrDefault(FindingState.OPEN, 0)),
                words.number(states.getOrDefault(FindingState.RESOLVED, 0)));
    }

    private String who(Responsible responsible) {
        return responsible == Responsible.NONE ? "" : catalogue.who(responsible, words.locale());
    }
}
