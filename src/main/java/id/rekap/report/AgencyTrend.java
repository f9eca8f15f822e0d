package id.rekap.report;

import id.rekap.report.page.HeadlineWords;
import id.rekap.report.page.Share;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import java.math.BigDecimal;
import java.util.List;

/** How many of an agency's people do what is said first, from one published night to the next: a line, and the numbers behind it. */
final class AgencyTrend {
    private static final int HEIGHT = 100;

    private AgencyTrend() {}

    static void write(Html html, List<PublicationModel.Trend> all, String label, ListWording words) {
        List<PublicationModel.Trend> trend =
                all.stream().filter(night -> night.headline() != null).toList();
        if (trend.size() < 2) {
            return;
        }
        String first = words.date(trend.get(0).date());
        String last = words.date(trend.get(trend.size() - 1).date());
        html.raw("<section aria-labelledby=\"trend\">\n<h2 id=\"trend\">").text(words.text("own.trend"));
        html.raw("</h2>\n<div class=\"card\">\n<svg class=\"trend\" viewBox=\"0 0 ")
                .raw(trend.size() - 1);
        html.raw(" 100\" preserveAspectRatio=\"none\" role=\"img\" aria-labelledby=\"trend-title\">");
        html.raw("<title id=\"trend-title\">")
                .text(words.text("own.trend.title", label, first, last))
                .raw("</title>");
        html.raw("<path d=\"M0 0H")
                .raw(trend.size() - 1)
                .raw("M0 50H")
                .raw(trend.size() - 1)
                .raw("M0 100H");
        html.raw(trend.size() - 1).raw("\"/>");
        lines(html, trend);
        html.raw("</svg>\n<p class=\"ends\"><span>")
                .text(first + ": " + rate(trend.get(0), words))
                .raw("</span> <span>")
                .text(last + ": " + rate(trend.get(trend.size() - 1), words));
        html.raw("</span></p>\n<details><summary>")
                .text(words.text("own.trend.data"))
                .raw("</summary>\n");
        table(html, trend, label, words);
        html.raw("</details>\n</div>\n</section>\n");
    }

    /** A line for each run of nights with a rate; a lone night is a dot. */
    private static void lines(Html html, List<PublicationModel.Trend> trend) {
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
            html.raw("<polyline points=\"");
            for (int i = from; i <= to; i++) {
                html.raw(i == from ? "" : " ").raw(i).raw(",").raw(y(trend.get(i)));
            }
            if (from == to) {
                html.raw(" ").raw(from).raw(",").raw(y(trend.get(from)));
            }
            html.raw("\"/>");
            from = to;
        }
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

    private static void table(Html html, List<PublicationModel.Trend> trend, String label, ListWording words) {
        html.raw("<table>\n<thead><tr>");
        for (String column : List.of(words.text("own.date"), words.text("own.people"), label, words.text("own.rate"))) {
            html.raw("<th scope=\"col\">").text(column).raw("</th>");
        }
        html.raw("</tr></thead>\n<tbody>\n");
        for (int i = trend.size() - 1; i >= 0; i--) {
            PublicationModel.Trend night = trend.get(i);
            html.raw("<tr><th scope=\"row\">").text(words.date(night.date())).raw("</th><td>");
            html.text(words.number(share(night).due())).raw("</td><td>");
            html.text(isKnown(night) ? words.number(share(night).met()) : AgencyPage.NONE)
                    .raw("</td><td>");
            html.text(rate(night, words)).raw("</td></tr>\n");
        }
        html.raw("</tbody>\n</table>\n");
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
        if (before.headline() != null && !isKnown(before)) {
            return words.text("own.change.was-unknown", date);
        }
        if (!hasRate(now) || !hasRate(before)) {
            return words.text("own.change.unknown", date);
        }
        BigDecimal points = share(now).percent().subtract(share(before).percent());
        int sign = points.signum();
        String key = sign == 0 ? "own.change.none" : sign > 0 ? "own.change.up" : "own.change.down";
        String people = words.number(Math.abs(share(now).met() - share(before).met()));
        return words.text(key, words.decimal(points.abs()), date, people);
    }

    private static boolean isKnown(PublicationModel.Trend night) {
        Headline headline = night.headline();
        return headline != null && headline.isKnown();
    }

    private static Share share(PublicationModel.Trend night) {
        Headline headline = night.headline();
        return headline == null ? Share.NONE : HeadlineWords.share(headline);
    }
}
