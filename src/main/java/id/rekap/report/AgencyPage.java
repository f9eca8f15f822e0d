package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.report.page.Figures.Shown;
import id.rekap.report.page.FindingCounts.Stand;
import id.rekap.report.page.HeadlineWords;
import id.rekap.report.page.Share;
import id.rekap.report.page.Sum;
import id.rekap.report.page.Wording;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.GroupCount;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An agency's own page: where it stands, what is wrong and what to do about it, and the letter to its head, which is what
 * a printer prints of it. One file without scripts; it names people, so it is for that agency only.
 */
final class AgencyPage {
    private static final PageStyle STYLE = PageStyle.read("agency.css");
    static final String NONE = "–";
    private static final int NAME = 300;

    private final PublicationModel book;
    private final ListWording words;
    private final Map<String, AgencyFigures> figures;
    private final Catalogue catalogue;
    private final Map<String, List<GroupCount>> counts;
    private final AgencyAnomalies anomalies;
    private final AgencySending sending;
    private final Map<String, List<AgencyPosition>> covered;
    private final AgencyLetter letter;
    private final HeadlineWords first;
    private final String head;

    AgencyPage(
            PublicationModel book, List<AgencyPosition> agencies, Catalogue catalogue, Locale locale, String contact) {
        this.book = book;
        this.words = ListWording.in(locale);
        this.figures = AgencyFigures.of(book, agencies);
        this.counts = GroupCount.of(book, agencies).stream().collect(Collectors.groupingBy(GroupCount::agency));
        this.catalogue = catalogue;
        this.anomalies = new AgencyAnomalies(catalogue, words);
        this.sending = new AgencySending(words, contact);
        this.covered = agencies.stream()
                .filter(a -> !a.coveredBy().isEmpty())
                .collect(Collectors.groupingBy(AgencyPosition::coveredBy));
        this.first = new HeadlineWords(book.mandate(), Wording.in(locale));
        this.letter = new AgencyLetter(book, catalogue, first, words);
        this.head = STYLE.head(words.locale().toLanguageTag());
    }

    /**
     * One page.
     *
     * @param position null for an agency that has left the register
     * @param lines all that count
     * @param toMend those of them that its lists name
     */
    byte[] page(String code, @Nullable AgencyPosition position, List<ExceptionLine> lines, AgencyToDo toMend) {
        AgencyFigures numbers = AgencyFigures.in(figures, code);
        AgencyKinds kinds = AgencyKinds.of(lines, catalogue);
        AgencyKinds listed = toMend.acknowledged() == 0 ? kinds : AgencyKinds.of(toMend.lines(), catalogue);
        String name = position == null || position.name().isEmpty() ? code : position.name();
        Html html = new Html();
        html.raw(head).text(name).raw(" &#183; ").text(words.text("position", words.date(book.date())));
        html.raw("</title>\n</head>\n<body>\n");
        header(html, code, name, position, numbers, kinds.exceptions());
        html.raw("<main>\n");
        anomalies.write(html, listed, position == null ? 0 : position.headcount());
        sending.write(html, code, position, covered.getOrDefault(code, List.of()));
        cards(html, numbers, kinds.exceptions(), toMend.note(words));
        obligations(html, numbers);
        new AgencyGroups(words, book.mandate().isFollowed()).write(html, numbers, counts.getOrDefault(code, List.of()));
        AgencyTrend.write(html, numbers.trend(), first.label(), words);
        letter.write(html, name, position, numbers, listed);
        html.raw("</main>\n<footer>\n<p>").text(words.text("own.note.rate")).raw("</p>\n<p>");
        html.text(words.text("own.note.persons")).raw("</p>\n</footer>\n</body>\n</html>\n");
        return html.toBytes();
    }

    private void header(
            Html html,
            String code,
            String name,
            @Nullable AgencyPosition position,
            AgencyFigures numbers,
            Stand stand) {
        Mandate mandate = book.mandate();
        html.raw("<header>\n<p class=\"kicker\">").text(title(mandate, words));
        html.raw("<span class=\"number\"> &#183; ")
                .text(words.text("own.circular", mandate.number()))
                .raw("</span></p>\n<h1>");
        html.said(name, NAME).raw(" <small>").said(code, NAME).raw("</small></h1>\n<p class=\"asof\">");
        html.text(words.text("position", words.date(book.date()))).raw("</p>\n");
        if (position != null) {
            String state = position.state().name();
            html.raw("<p class=\"state ").raw(state.toLowerCase(Locale.ROOT)).raw("\">");
            html.text(words.text("own.state." + state)).raw("</p>\n");
        }
        html.raw("<p class=\"now\">").text(first.line(first.label(), headline(numbers), Shown.YES));
        html.raw("; ").text(words.text("own.now", words.number(stand.open()))).raw("</p>\n</header>\n");
    }

    private static Headline headline(AgencyFigures numbers) {
        Sum all = numbers.all();
        return all.headcount() > 0 && all.due() == 0 ? Headline.NONE : numbers.headline();
    }

    static String title(Mandate mandate, ListWording words) {
        return mandate.title().getOrDefault(words.locale(), mandate.id());
    }

    private void cards(Html html, AgencyFigures numbers, Stand stand, String note) {
        Sum all = numbers.all();
        html.raw("<div class=\"cards\">\n<section class=\"card first\" aria-labelledby=\"rate\">\n<h2 id=\"rate\">");
        Headline headline = headline(numbers);
        html.text(first.label())
                .raw(headline.isKnown() ? "</h2>\n<p class=\"big\">" : "</h2>\n<p class=\"big words\">");
        html.text(first.rate(headline, Shown.YES)).raw("</p>\n<p>");
        html.text(first.of(headline, Shown.YES));
        html.raw("</p>\n<p class=\"soft\">").text(AgencyTrend.change(numbers.trend(), words));
        if (first.isBesideAll()) {
            html.raw("</p>\n<p>").text(first.all(all, numbers.isKnown(all)));
            html.raw("</p>\n<p class=\"soft\">").text(first.means());
        }
        html.raw("</p>\n</section>\n<section class=\"card\" aria-labelledby=\"open\">\n<h2 id=\"open\">");
        html.text(words.text("title")).raw("</h2>\n<p class=\"big\">").text(words.number(stand.open()));
        html.raw("</p>\n<p>").text(words.text("own.open")).raw("</p>\n<p class=\"soft\">");
        html.text(words.text(
                stand.reopened() == 0 ? "own.parts" : "own.parts.reopened",
                words.number(stand.fresh()),
                words.number(stand.reopened()),
                words.number(stand.still()),
                words.number(stand.resolved())));
        if (!note.isEmpty()) {
            html.raw("</p>\n<p class=\"soft\">").text(note);
        }
        html.raw("</p>\n</section>\n</div>\n");
    }

    private void obligations(Html html, AgencyFigures numbers) {
        html.raw("<section aria-labelledby=\"obligations\">\n<h2 id=\"obligations\">");
        html.text(words.text("own.obligations")).raw("</h2>\n<p class=\"legend\">");
        for (String kind : List.of("met", "unverified", "not-met", "not-reported")) {
            html.raw("<span class=\"entry\"><span class=\"key ").raw(kind).raw("\"></span> ");
            html.text(words.text("own." + kind)).raw("</span> ");
        }
        html.raw("</p>\n");
        obligation(html, words.text("own.all"), "", numbers, numbers.all());
        for (Obligation o : book.mandate().obligations()) {
            String label = o.label().getOrDefault(words.locale(), o.id());
            String note = o.voluntary() ? words.text("own.voluntary") : "";
            obligation(html, label, note, numbers, numbers.obligation(o.id()));
        }
        html.raw("</section>\n");
    }

    private void obligation(Html html, String label, String note, AgencyFigures numbers, Sum sum) {
        html.raw("<div class=\"obligation\">\n<h3>").text(label);
        if (!note.isEmpty()) {
            html.raw(" <small>").text(note).raw("</small>");
        }
        html.raw(numbers.isKnown(sum) ? "</h3>\n<p class=\"rate\">" : "</h3>\n<p class=\"rate words\">");
        html.text(rate(numbers, sum)).raw("</p>\n");
        int[] people = {sum.met(), sum.unverified(), sum.notMet(), sum.notReported()};
        String[] kinds = {"met", "unverified", "not-met", "not-reported"};
        if (sum.due() > 0) {
            html.raw("<svg class=\"bar\" viewBox=\"0 0 ").raw(sum.due());
            html.raw(" 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
            int from = 0;
            for (int i = 0; i < people.length; i++) {
                if (people[i] > 0) {
                    html.raw("<path class=\"").raw(kinds[i]).raw("\" d=\"M").raw(from);
                    html.raw(" 0h").raw(people[i]).raw("v1H").raw(from).raw("z\"/>");
                }
                from += people[i];
            }
            html.raw("</svg>\n");
        }
        html.raw("<dl>");
        figure(html, "due", words.number(sum.due()));
        for (int i = 0; i < people.length; i++) {
            boolean isTold = !sum.isUnknown() || kinds[i].equals("not-reported");
            figure(html, kinds[i], isTold ? words.number(people[i]) : NONE);
        }
        figure(html, "exempt", words.number(sum.exempt()));
        html.raw("</dl>\n");
        if (sum.counts() && !sum.isUnknown()) {
            html.raw("<p class=\"soft\">")
                    .text(words.text("own.total", words.number(sum.total())))
                    .raw("</p>\n");
        }
        html.raw("</div>\n");
    }

    private void figure(Html html, String what, String people) {
        figure(html, words, what, people);
    }

    static void figure(Html html, ListWording words, String what, String people) {
        html.raw("<div><dt>").text(words.text("own." + what)).raw("</dt><dd>").text(people);
        html.raw("</dd></div>");
    }

    private String rate(AgencyFigures numbers, Sum sum) {
        return rate(sum.share(), numbers.isKnown(sum), words);
    }

    /** A dash where nobody owes anything. */
    static String rate(Share share, boolean isKnown, ListWording words) {
        return share.due() == 0 ? NONE : isKnown ? words.percent(share.percent()) : words.text("own.unknown");
    }
}
