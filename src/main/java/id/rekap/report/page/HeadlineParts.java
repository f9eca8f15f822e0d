package id.rekap.report.page;

import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.AgencyState;
import id.rekap.snapshot.FindingState;
import id.rekap.snapshot.NightBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The few numbers that most readers come for. */
record HeadlineParts(NightBook book, FindingCounts counts, Wording words) {
    private static final double WIDTH = 100;
    private static final double HEIGHT = 30;

    Page.Headline headline(List<AgencyPosition> agencies) {
        List<NightBook.Trend> trend = book.trend();
        Share all = trend.isEmpty() ? Share.NONE : share(trend.get(trend.size() - 1));
        long reported = agencies.stream().filter(FindingCounts::hasReported).count();
        long expected = agencies.stream()
                .filter(a -> a.state() != AgencyState.NOT_EXPECTED)
                .count();
        Map<FindingState, Integer> states = counts.byState();
        int fresh = states.getOrDefault(FindingState.NEW, 0) + states.getOrDefault(FindingState.REOPENED, 0);
        return new Page.Headline(
                all.shown(words),
                all.shown(words, all.met()),
                all.shown(words, all.due()),
                change(trend, all),
                line(trend),
                words.number(reported),
                words.number(expected),
                words.number(fresh + states.getOrDefault(FindingState.OPEN, 0)),
                words.number(fresh),
                words.number(states.getOrDefault(FindingState.RESOLVED, 0)));
    }

    private String change(List<NightBook.Trend> trend, Share now) {
        if (trend.size() < 2) {
            return words.text("change.first");
        }
        NightBook.Trend last = trend.get(trend.size() - 2);
        Share before = share(last);
        String date = words.date(last.date());
        if (now.suppressed() || before.suppressed() || now.due() == 0 || before.due() == 0) {
            return words.text("change.unknown", date);
        }
        // Of the rates as shown, so that who subtracts them on paper gets the same.
        BigDecimal points = now.percent().subtract(before.percent());
        String key = points.signum() == 0 ? "change.none" : points.signum() > 0 ? "change.up" : "change.down";
        return words.text(key, words.decimal(points.abs()), date);
    }

    private static String line(List<NightBook.Trend> trend) {
        List<Share> shares = trend.stream().map(HeadlineParts::share).toList();
        if (shares.size() < 2 || shares.stream().anyMatch(Share::suppressed)) {
            return "";
        }
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < shares.size(); i++) {
            double x = i * WIDTH / (shares.size() - 1);
            double y = HEIGHT - shares.get(i).percent().doubleValue() * HEIGHT / 100;
            points.append(String.format(Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "" : " ", x, y));
        }
        return points.toString();
    }

    private static Share share(NightBook.Trend trend) {
        return new Share(trend.due(), trend.due(), trend.met());
    }
}
