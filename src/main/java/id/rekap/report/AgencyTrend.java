package id.rekap.report;

import id.rekap.report.AgencyPageContent.Night;
import id.rekap.report.AgencyPageContent.Trend;
import id.rekap.report.page.HeadlineWords;
import id.rekap.report.page.Share;
import id.rekap.snapshot.PublicationModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * How many of an agency's people do what is said first, from one published night to the next: a line, and the numbers behind
 * it.
 */
final class AgencyTrend {
    private static final int HEIGHT = 100;

    private AgencyTrend() {}

    /** Null where there is but one night to show. */
    static @Nullable Trend of(List<PublicationModel.Trend> trend, HeadlineWords first, ListWording words) {
        if (trend.size() < 2) {
            return null;
        }
        int last = trend.size() - 1;
        String label = first.label();
        String begin = words.date(trend.get(0).date());
        String end = words.date(trend.get(last).date());
        return new Trend(
                words.text("own.trend.title", label, begin, end),
                last,
                lines(trend),
                begin + ": " + rate(trend.get(0), words),
                end + ": " + rate(trend.get(last), words),
                List.of(words.text("own.date"), first.people(), label, first.share()),
                nights(trend, words));
    }

    /** A line for each run of nights with a rate; a lone night is a dot. */
    private static List<String> lines(List<PublicationModel.Trend> trend) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < trend.size(); from++) {
            if (!hasRate(trend.get(from))) {
                continue;
            }
            int to = from;
            while (to + 1 < trend.size()
                    && hasRate(trend.get(to + 1))
                    && !trend.get(to + 1).hasOtherRules(trend.get(to))) {
                to++;
            }
            StringJoiner points = new StringJoiner(" ");
            for (int i = from; i <= to; i++) {
                points.add(i + "," + y(trend.get(i)));
            }
            if (from == to) {
                points.add(from + "," + y(trend.get(from)));
            }
            lines.add(points.toString());
            from = to;
        }
        return lines;
    }

    private static boolean hasRate(PublicationModel.Trend night) {
        return isKnown(night) && share(night).due() > 0;
    }

    private static String y(PublicationModel.Trend night) {
        return BigDecimal.valueOf(HEIGHT).subtract(share(night).percent()).toPlainString();
    }

    private static String rate(PublicationModel.Trend night, ListWording words) {
        return AgencyPage.rate(share(night), isKnown(night), words);
    }

    private static List<Night> nights(List<PublicationModel.Trend> trend, ListWording words) {
        List<Night> nights = new ArrayList<>();
        for (int i = trend.size() - 1; i >= 0; i--) {
            PublicationModel.Trend night = trend.get(i);
            nights.add(new Night(
                    words.date(night.date()),
                    words.number(share(night).due()),
                    isKnown(night) ? words.number(share(night).met()) : AgencyPage.NONE,
                    rate(night, words)));
        }
        return nights;
    }

    /** Against the last published night, of the rates as shown. */
    static String change(List<PublicationModel.Trend> trend, ListWording words) {
        if (trend.size() < 2) {
            return words.text("own.change.first");
        }
        PublicationModel.Trend before = trend.get(trend.size() - 2);
        PublicationModel.Trend now = trend.get(trend.size() - 1);
        String date = words.date(before.date());
        if (now.hasOtherRules(before)) {
            return words.text("own.change.rules", words.date(now.date()), date);
        }
        if (!isKnown(before)) {
            return words.text("own.change.was-unknown", date);
        }
        if (!hasRate(now) || !hasRate(before)) {
            return words.text("own.change.unknown", date);
        }
        BigDecimal points = share(now).percent().subtract(share(before).percent());
        int sign = points.signum();
        int people = share(now).met() - share(before).met();
        String none = people == 0 ? "own.change.none" : "own.change.none.people";
        String key = sign == 0 ? none : sign > 0 ? "own.change.up" : "own.change.down";
        return words.text(key, words.decimal(points.abs()), date, words.signed(people));
    }

    private static boolean isKnown(PublicationModel.Trend night) {
        return night.headline().isKnown();
    }

    private static Share share(PublicationModel.Trend night) {
        return HeadlineWords.share(night.headline());
    }
}
