package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.Responsible;
import id.rekap.catalogue.Severity;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.AgencyState;
import id.rekap.report.page.Figures.Shown;
import id.rekap.report.page.HeadlineWords;
import id.rekap.report.page.Share;
import id.rekap.report.page.Sum;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The letter to the head of an agency: one page of A4, without any person. It goes from hand to hand, so groups that are
 * too small are hidden in it as in all that circulates.
 */
final class AgencyLetter {
    private static final int KINDS = 5;
    private static final int NAME = 160;
    private static final String SMALL = "< 3";

    private final PublicationModel book;
    private final Catalogue catalogue;
    private final HeadlineWords first;
    private final ListWording words;

    AgencyLetter(PublicationModel book, Catalogue catalogue, HeadlineWords first, ListWording words) {
        this.book = book;
        this.catalogue = catalogue;
        this.first = first;
        this.words = words;
    }

    /** A row of numbers of people. */
    private record Line(String label, Sum sum) {}

    void write(Html html, String name, @Nullable AgencyPosition position, AgencyFigures numbers, AgencyKinds kinds) {
        Share all = numbers.all().share();
        boolean isSilent = position != null && position.state() == AgencyState.MISSING && all.due() > 0;
        String date = words.date(book.date());
        String circular = words.text("own.circular", book.mandate().number());
        html.raw("<section class=\"letter\" id=\"letter\" aria-labelledby=\"letter-title\">\n");
        html.raw("<h2 id=\"letter-title\">")
                .text(words.text("own.letter.title"))
                .raw("</h2>\n<table class=\"head\">\n");
        head(html, "subject", words.text("own.letter.about", circular));
        head(html, "mandate", AgencyPage.title(book.mandate(), words));
        head(html, "date", date);
        head(html, "enclosed", words.text(isSilent ? "own.letter.form" : "own.letter.list"));
        html.raw("</table>\n<p>").text(words.text("own.letter.to")).raw("<br>\n<b>");
        html.text(words.text("own.letter.head")).raw(" ").said(name, NAME).raw("</b></p>\n<p>");
        html.text(words.text("own.letter.greeting")).raw("</p>\n<p>");
        html.text(words.text(isSilent ? "own.letter.opening.silent" : "own.letter.opening", circular, date))
                .raw(" ");
        html.text(all.suppressed() ? "" : AgencySummarySheet.inForce(words, position))
                .raw("</p>\n");
        Headline headline = numbers.headline();
        if (isSilent) {
            html.raw("<p>").text(words.text("own.letter.asked")).raw("</p>\n");
        } else if (!headline.isKnown() && all.due() > 0) {
            html.raw("<p>").text(words.text("own.letter.unknown")).raw("</p>\n");
        } else if (headline.isKnown()
                && headline.of() > 0
                && !all.suppressed()
                && !HeadlineWords.share(headline).suppressed()) {
            html.raw("<p><b>")
                    .text(first.line(first.label(), headline, Shown.YES))
                    .raw("</b>. ")
                    .text(words.text("own.letter.change"))
                    .raw(" ")
                    .text(AgencyTrend.change(shown(numbers.trend()), words))
                    .raw(".");
            if (first.isBesideAll()) {
                html.raw(" ")
                        .text(first.all(numbers.all(), numbers.isKnown(numbers.all())))
                        .raw(".");
            }
            html.raw("</p>\n");
        }
        if (!isSilent) {
            table(html, numbers);
            followUp(html, kinds, all.suppressed());
        }
        html.raw("<p>")
                .text(words.text(isSilent ? "own.letter.closing.silent" : "own.letter.closing"))
                .raw("</p>\n<p>");
        html.text(words.text("own.letter.thanks")).raw("</p>\n<p class=\"made\">");
        html.text(words.text("own.letter.made")).raw("</p>\n</section>\n");
    }

    /** Without a change against a night on which the agency was too small to be shown. */
    private static List<PublicationModel.Trend> shown(List<PublicationModel.Trend> trend) {
        Headline before = trend.size() < 2 ? null : trend.get(trend.size() - 2).headline();
        boolean hidden = before != null && HeadlineWords.share(before).suppressed();
        return hidden ? List.of() : trend;
    }

    private void head(Html html, String what, String text) {
        html.raw("<tr><th scope=\"row\">")
                .text(words.text("own.letter." + what))
                .raw("</th><td>")
                .text(text);
        html.raw("</td></tr>\n");
    }

    private void table(Html html, AgencyFigures numbers) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(words.text("own.all"), numbers.all()));
        for (Obligation o : book.mandate().obligations()) {
            String label = o.label().getOrDefault(words.locale(), o.id());
            lines.add(new Line(o.voluntary() ? label + "*" : label, numbers.obligation(o.id())));
        }
        // Beside the whole, one group would tell the other.
        boolean hidesGroups =
                numbers.groups().values().stream().anyMatch(sum -> sum.share().suppressed());
        if (!hidesGroups) {
            numbers.groups()
                    .forEach((group, sum) ->
                            lines.add(new Line(words.text("own.all") + ", " + words.text("own.group." + group), sum)));
        }
        html.raw("<table>\n<thead><tr>");
        for (String column :
                List.of("obligation", "due", "met", "unverified", "not-met", "not-reported", "exempt", "rate")) {
            html.raw("<th scope=\"col\">").text(words.text("own." + column)).raw("</th>");
        }
        html.raw("</tr></thead>\n<tbody>\n");
        lines.forEach(line -> row(html, line, numbers.isKnown(line.sum())));
        html.raw("</tbody>\n</table>\n<p class=\"made\">").text(words.text("own.letter.notes"));
        if (hidesGroups) {
            html.raw(" ").text(words.text("own.letter.withheld"));
        }
        html.raw("</p>\n");
    }

    private void row(Html html, Line line, boolean isKnown) {
        Sum sum = line.sum();
        boolean hidden = sum.share().suppressed();
        html.raw("<tr><th scope=\"row\">").text(line.label()).raw("</th>");
        number(html, hidden, words.number(sum.due()));
        for (int people : new int[] {sum.met(), sum.unverified(), sum.notMet()}) {
            number(html, hidden, sum.isUnknown() ? AgencyPage.NONE : words.number(people));
        }
        number(html, hidden, words.number(sum.notReported()));
        number(html, hidden, words.number(sum.exempt()));
        number(html, hidden, AgencyPage.rate(sum.share(), isKnown, words));
        html.raw("</tr>\n");
    }

    private static void number(Html html, boolean hidden, String number) {
        html.raw("<td>").text(hidden ? SMALL : number).raw("</td>");
    }

    private void followUp(Html html, AgencyKinds kinds, boolean hidden) {
        List<AgencyKinds.Kind> open = kinds.open().stream()
                .filter(kind -> kind.severity() != Severity.INFO)
                .filter(kind -> catalogue.responsible(kind.code()) == Responsible.AGENCY)
                .toList();
        if (open.isEmpty()) {
            html.raw("<p>").text(words.text("own.letter.nothing")).raw("</p>\n");
            return;
        }
        html.raw("<p>").text(words.text("own.letter.wrong")).raw("</p>\n<ol>\n");
        // one kind more takes no more room than its number would
        int shown = open.size() <= KINDS + 1 ? open.size() : KINDS;
        for (AgencyKinds.Kind kind : open.subList(0, shown)) {
            html.raw("<li><b>")
                    .text(catalogue.title(kind.code(), words.locale()))
                    .raw(": ");
            html.text(hidden ? SMALL : words.number(kind.stand().open())).raw("</b>. ");
            html.text(catalogue.action(kind.code(), words.locale())).raw("</li>\n");
        }
        html.raw("</ol>\n");
        if (open.size() > shown) {
            html.raw("<p>")
                    .text(words.text("own.letter.more", words.number(open.size() - shown)))
                    .raw("</p>\n");
        }
    }
}
