package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.AgencyState;
import id.rekap.report.AgencyPageContent.Anomalies;
import id.rekap.report.AgencyPageContent.Figure;
import id.rekap.report.AgencyPageContent.Header;
import id.rekap.report.AgencyPageContent.Open;
import id.rekap.report.AgencyPageContent.Segment;
import id.rekap.report.AgencyPageContent.Standing;
import id.rekap.report.page.Figures.Shown;
import id.rekap.report.page.FindingCounts.Stand;
import id.rekap.report.page.HeadlineWords;
import id.rekap.report.page.Page;
import id.rekap.report.page.Share;
import id.rekap.report.page.Sum;
import id.rekap.report.page.Templates;
import id.rekap.report.page.Wording;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.GroupCount;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import java.util.ArrayList;
import java.util.HashMap;
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
    private static final Page.Style STYLE = Templates.style("agency.css");
    static final String NONE = "–";
    static final int NAME = 300;
    private static final List<String> KINDS = List.of("met", "unverified", "not-met", "not-reported");

    private final PublicationModel book;
    private final ListWording words;
    private final Map<String, AgencyFigures> figures;
    private final Catalogue catalogue;
    private final Map<String, List<GroupCount>> counts;
    private final AgencyAnomalies anomalies;
    private final AgencySending sending;
    private final AgencyGroups groups;
    private final Map<String, AgencyPosition> agencies = new HashMap<>();
    private final Map<String, List<AgencyPosition>> covered;
    private final AgencyLetter letter;
    private final HeadlineWords first;

    AgencyPage(
            PublicationModel book, List<AgencyPosition> agencies, Catalogue catalogue, Locale locale, String contact) {
        this.book = book;
        this.words = ListWording.in(locale);
        this.figures = AgencyFigures.of(book, agencies);
        this.counts = GroupCount.of(book, agencies).stream().collect(Collectors.groupingBy(GroupCount::agency));
        this.catalogue = catalogue;
        this.anomalies = new AgencyAnomalies(catalogue, words);
        this.sending = new AgencySending(words, contact);
        this.groups = new AgencyGroups(words, book.mandate().isFollowed());
        agencies.forEach(a -> this.agencies.put(a.code(), a));
        this.covered = agencies.stream()
                .filter(a -> !a.coveredBy().isEmpty())
                .collect(Collectors.groupingBy(AgencyPosition::coveredBy));
        this.first = new HeadlineWords(book.mandate(), Wording.in(locale));
        this.letter = new AgencyLetter(book, catalogue, first, words);
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
        Map<ExceptionCode, Mending> mendings = Mending.of(listed, position);
        AgencyPosition parent = position == null ? null : agencies.get(position.coveredBy());
        AgencySending.Whose whose = AgencySending.Whose.of(code, position, parent, kinds);
        AsciiHtml html = new AsciiHtml();
        Stand stand = kinds.exceptions();
        Anomalies wrong = anomalies.of(listed, mendings, stand.open(), html);
        AgencyPageContent content = new AgencyPageContent(
                words,
                STYLE,
                header(code, name, position, numbers, stand, wrong.sends()),
                wrong,
                sending.of(whose, covered.getOrDefault(code, List.of())),
                standing(numbers),
                open(stand, toMend),
                obligations(numbers),
                counts.getOrDefault(code, List.of()).stream()
                        .map(count -> groups.group(numbers, count))
                        .toList(),
                AgencyTrend.of(numbers.trend(), first, words),
                letter.of(name, whose, numbers, listed, mendings));
        Templates.render("agency.jte", content, html);
        return html.toBytes();
    }

    private Header header(
            String code,
            String name,
            @Nullable AgencyPosition position,
            AgencyFigures numbers,
            Stand stand,
            boolean mends) {
        String state = position == null ? "" : position.state().name();
        // a tick alone would say that nothing is left to do
        boolean isToMend = mends && position != null && position.state() == AgencyState.REPORTED;
        return new Header(
                name,
                cut(name, NAME),
                cut(code, NAME),
                title(book.mandate(), words),
                words.text("own.circular", book.mandate().number()),
                words.text("position", words.date(book.date())),
                isToMend ? "mend" : state.toLowerCase(Locale.ROOT),
                state.isEmpty() ? "" : words.text("own.state." + (isToMend ? "mend" : state)),
                first.line(first.label(), headline(numbers), Shown.YES),
                accounts(),
                words.text("own.now", words.number(stand.open())));
    }

    /** Which the accounts are that are to be followed, where that is said first. */
    private String accounts() {
        return book.mandate().isHeadlineFollowing()
                ? words.text(
                        "own.accounts",
                        book.mandate().follows().stream()
                                .map(Obligation::account)
                                .collect(Collectors.joining(", ")))
                : "";
    }

    private static Headline headline(AgencyFigures numbers) {
        Sum all = numbers.all();
        return all.headcount() > 0 && all.due() == 0 ? Headline.NONE : numbers.headline();
    }

    private Standing standing(AgencyFigures numbers) {
        Headline headline = headline(numbers);
        Sum all = numbers.all();
        boolean isBesideAll = first.isBesideAll();
        return new Standing(
                first.label(),
                headline.isKnown(),
                first.rate(headline, Shown.YES),
                first.of(headline, Shown.YES),
                AgencyTrend.change(numbers.trend(), words),
                isBesideAll ? first.all(all, numbers.isKnown(all)) : "",
                isBesideAll ? first.means() : "");
    }

    private Open open(Stand stand, AgencyToDo toMend) {
        return new Open(
                words.number(stand.open()),
                words.text(
                        stand.reopened() == 0 ? "own.parts" : "own.parts.reopened",
                        words.number(stand.fresh()),
                        words.number(stand.reopened()),
                        words.number(stand.still()),
                        words.number(stand.resolved())),
                toMend.note(words));
    }

    private List<AgencyPageContent.Obligation> obligations(AgencyFigures numbers) {
        List<AgencyPageContent.Obligation> obligations = new ArrayList<>();
        obligations.add(obligation(words.text("own.all"), "", numbers, numbers.all()));
        for (Obligation o : book.mandate().obligations()) {
            String label = o.label(words.locale());
            String note = o.voluntary() ? words.text("own.voluntary") : "";
            Sum sum = numbers.obligation(o.id());
            obligations.add(o.voluntary() ? count(label, note, sum) : obligation(label, note, numbers, sum));
        }
        return obligations;
    }

    /** Nobody owes it: how many did it, and no share. */
    private AgencyPageContent.Obligation count(String label, String note, Sum sum) {
        String met = sum.isUnknown() ? NONE : words.number(sum.met());
        return new AgencyPageContent.Obligation(
                label, note, !sum.isUnknown(), met, 0, List.of(), List.of(), total(sum));
    }

    private String total(Sum sum) {
        return sum.counts() && !sum.isUnknown() ? words.text("own.total", words.number(sum.total())) : "";
    }

    private AgencyPageContent.Obligation obligation(String label, String note, AgencyFigures numbers, Sum sum) {
        int[] people = {sum.met(), sum.unverified(), sum.notMet(), sum.notReported()};
        List<Segment> bar = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        figures.add(figure(words, "due", words.number(sum.due())));
        int from = 0;
        for (int i = 0; i < people.length; i++) {
            String kind = KINDS.get(i);
            if (sum.due() > 0 && people[i] > 0) {
                bar.add(new Segment(kind, from, people[i]));
            }
            from += people[i];
            boolean isTold = !sum.isUnknown() || kind.equals("not-reported");
            figures.add(figure(words, kind, isTold ? words.number(people[i]) : NONE));
        }
        figures.add(figure(words, "exempt", words.number(sum.exempt())));
        return new AgencyPageContent.Obligation(
                label,
                note,
                numbers.isKnown(sum),
                rate(sum.share(), numbers.isKnown(sum), words),
                sum.due(),
                bar,
                figures,
                total(sum));
    }

    static Figure figure(ListWording words, String of, String number) {
        return new Figure(words.text("own." + of), number);
    }

    static String title(Mandate mandate, ListWording words) {
        return mandate.title(words.locale());
    }

    /** A dash where nobody owes anything. */
    static String rate(Share share, boolean isKnown, ListWording words) {
        return share.due() == 0 ? NONE : isKnown ? words.percent(share.percent()) : words.text("own.unknown");
    }

    /** What others have written, where it is longer than a reader reads. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        // no half of a character
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
