package id.rekap.report.page;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Open exceptions by kind, the most frequent first, and how long they have been open. */
record AgeParts(Catalogue catalogue, Wording words) {
    List<Page.AgeBar> bars(FindingCounts counts, Predicate<ExceptionCode> meant) {
        Map<ExceptionCode, Ages> ages = new EnumMap<>(ExceptionCode.class);
        ages.putAll(counts.ages());
        ages.keySet().removeIf(meant.negate());
        int most = ages.values().stream().mapToInt(Ages::total).max().orElse(0);
        return ages.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<ExceptionCode, Ages> e) ->
                                -e.getValue().total())
                        .thenComparing(Map.Entry::getKey))
                .map(e -> bar(e.getKey(), e.getValue(), most))
                .toList();
    }

    private Page.AgeBar bar(ExceptionCode code, Ages ages, int most) {
        List<Page.Segment> bar = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < Ages.FROM.size(); i++) {
            int n = ages.open().get(i);
            if (n > 0) {
                bar.add(new Page.Segment("age" + i, Sum.hundredths(from, most), Sum.hundredths(n, most)));
            }
            from += n;
        }
        return new Page.AgeBar(
                words.sentence(catalogue.title(code, words.locale())),
                words.number(ages.total()),
                ages.open().stream().map(words::number).toList(),
                words.number(ages.oldest()),
                bar);
    }
}
