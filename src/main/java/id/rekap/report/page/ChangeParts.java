package id.rekap.report.page;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Responsible;
import id.rekap.catalogue.Severity;
import id.rekap.report.page.FindingCounts.Stand;
import id.rekap.snapshot.AgencyPosition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** What is new, what came back, what is still open and what is resolved, by code and agency: what to do, and who acts. */
final class ChangeParts {
    /** Agencies that are named with a code; the workbook names all. */
    private static final int NAMED = 12;

    private final List<AgencyPosition> agencies;
    private final FindingCounts counts;
    private final Figures figures;
    private final Catalogue catalogue;
    private final Wording words;

    ChangeParts(
            List<AgencyPosition> agencies, FindingCounts counts, Figures figures, Catalogue catalogue, Wording words) {
        this.agencies = agencies;
        this.counts = counts;
        this.figures = figures;
        this.catalogue = catalogue;
        this.words = words;
    }

    List<Page.Change> changes() {
        List<Page.Change> changes = new ArrayList<>();
        changes.add(change("fresh", Stand::fresh));
        if (counts.exceptions().reopened() > 0) {
            changes.add(change("reopened", Stand::reopened));
        }
        changes.add(change("still", Stand::still));
        changes.add(change("resolved", Stand::resolved));
        return changes;
    }

    private Page.Change change(String kind, ToIntFunction<Stand> number) {
        Map<ExceptionCode, Integer> codes = new EnumMap<>(ExceptionCode.class);
        for (ExceptionCode code : counts.byCode().keySet()) {
            int n = number.applyAsInt(counts.of(code));
            if (n > 0 && !counts.isInfo(code)) {
                codes.put(code, n);
            }
        }
        boolean isOpen = kind.equals("still");
        int oldest = codes.keySet().stream().mapToInt(this::oldest).max().orElse(0);
        return new Page.Change(
                kind,
                words.text("changes." + kind),
                words.number(codes.values().stream().mapToInt(n -> n).sum()),
                isOpen && oldest > 0 ? words.text("changes.oldest", words.number(oldest)) : "",
                kind.equals("resolved") ? "" : who(codes),
                codes.keySet().stream()
                        .sorted(Comparator.<ExceptionCode, Severity>comparing(catalogue::severity)
                                .thenComparing(code -> -codes.getOrDefault(code, 0))
                                .thenComparing(Comparator.naturalOrder()))
                        .map(code -> kind(code, codes.getOrDefault(code, 0), isOpen, number))
                        .toList());
    }

    private Page.Kind kind(ExceptionCode code, int n, boolean isOpen, ToIntFunction<Stand> number) {
        Severity severity = catalogue.severity(code);
        Named named = named(code, number);
        return new Page.Kind(
                code.name(),
                severity.word(),
                words.text("severity." + severity.word()),
                words.sentence(catalogue.title(code, words.locale())),
                words.number(n),
                isOpen ? words.text("changes.oldest", words.number(oldest(code))) : "",
                catalogue.meaning(code, words.locale()),
                action(code),
                words.sentence(catalogue.who(catalogue.responsible(code), words.locale())),
                named.where(),
                named.rest());
    }

    /** What the operator has to type stands on the operator's page: this one circulates. */
    private String action(ExceptionCode code) {
        return catalogue.responsible(code) == Responsible.OPERATOR
                ? words.text("do.operator")
                : catalogue.action(code, words.locale());
    }

    private int oldest(ExceptionCode code) {
        Ages ages = counts.ages().get(code);
        return ages == null ? 0 : ages.oldest();
    }

    private record Named(List<Page.Where> where, String rest) {}

    /** Agencies with the most first. Of hidden ones nobody learns how many have any: all of them may be among the rest. */
    private Named named(ExceptionCode code, ToIntFunction<Stand> number) {
        Map<String, Integer> has = counts.agencies().stream()
                .collect(Collectors.toMap(
                        a -> a, a -> number.applyAsInt(counts.of(a).getOrDefault(code, Stand.NONE))));
        List<AgencyPosition> all = agencies.stream()
                .filter(a -> has.getOrDefault(a.code(), 0) > 0)
                .sorted(Comparator.comparing(a -> -has.getOrDefault(a.code(), 0)))
                .toList();
        List<AgencyPosition> shown =
                all.stream().filter(a -> !figures.closes(a.code())).toList();
        List<AgencyPosition> first = shown.subList(0, Math.min(NAMED, shown.size()));
        int rest = all.size() - first.size();
        String others = shown.size() < all.size()
                ? words.text("changes.others")
                : words.text("changes.rest", words.number(rest));
        return new Named(
                first.stream()
                        .map(a -> new Page.Where(a.name(), words.number(has.getOrDefault(a.code(), 0))))
                        .toList(),
                rest == 0 ? "" : others);
    }

    /** Who acts on most first; the first number says what is counted. */
    private String who(Map<ExceptionCode, Integer> codes) {
        Map<Responsible, Integer> acting = new EnumMap<>(Responsible.class);
        codes.forEach((code, n) -> acting.merge(catalogue.responsible(code), n, Integer::sum));
        acting.remove(Responsible.NONE);
        List<String> who = new ArrayList<>();
        acting.entrySet().stream()
                .sorted(Map.Entry.<Responsible, Integer>comparingByValue().reversed())
                .forEach(e -> who.add(words.text(
                        who.isEmpty() ? "acts.first" : "acts",
                        words.text("acts." + e.getKey()),
                        words.number(e.getValue()))));
        return String.join(", ", who);
    }
}
