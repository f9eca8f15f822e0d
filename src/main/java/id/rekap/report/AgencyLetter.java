package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Responsible;
import id.rekap.catalogue.Severity;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.AgencyState;
import id.rekap.report.AgencyPageContent.Figure;
import id.rekap.report.AgencyPageContent.Letter;
import id.rekap.report.AgencyPageContent.LetterItem;
import id.rekap.report.AgencyPageContent.LetterLine;
import id.rekap.report.AgencyPageContent.LetterStanding;
import id.rekap.report.AgencyPageContent.LetterTable;
import id.rekap.report.page.Figures.Shown;
import id.rekap.report.page.HeadlineWords;
import id.rekap.report.page.Share;
import id.rekap.report.page.Sum;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The letter to the head of an agency: one page of A4, without any person. It goes from hand to hand, so groups that are
 * too small are hidden in it as in all that circulates.
 */
final class AgencyLetter {
    private static final int KINDS = 5;
    private static final int NAME = 160;
    private static final String SMALL = "< 3";
    private static final List<String> COLUMNS =
            List.of("obligation", "due", "met", "unverified", "not-met", "not-reported", "exempt", "rate");

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

    Letter of(
            String name,
            AgencySending.Whose whose,
            AgencyFigures numbers,
            AgencyKinds kinds,
            Map<ExceptionCode, Mending> mendings) {
        AgencyPosition position = whose.position();
        Share all = numbers.all().share();
        boolean isSilent = position != null && position.state() == AgencyState.MISSING && all.due() > 0;
        String date = words.date(book.date());
        String circular = words.text("own.circular", book.mandate().number());
        List<AgencyKinds.Kind> open = isSilent ? List.of() : toSeeTo(kinds, mendings);
        // one kind more takes no more room than its number would
        int shown = open.size() <= KINDS + 1 ? open.size() : KINDS;
        List<Figure> head = new ArrayList<>(List.of(
                head("subject", words.text("own.letter.about", circular)),
                head("mandate", AgencyPage.title(book.mandate(), words)),
                head("date", date)));
        if (isSilent) {
            head.add(head("enclosed", words.text("own.letter.form")));
        } else if (!kinds.open().isEmpty()) {
            head.add(head("enclosed", words.text("own.letter.list")));
        }
        String opening = "own.letter.opening" + (isSilent ? kinds.hasRefusedFile() ? ".refused" : ".silent" : "");
        return new Letter(
                head,
                AgencyPage.cut(name, NAME),
                words.text(opening, circular, date),
                all.suppressed() ? "" : whose.inForce(words),
                unknown(isSilent, numbers),
                isSilent ? null : standing(numbers),
                isSilent ? null : table(numbers),
                open.stream()
                        .limit(shown)
                        .map(kind -> item(kind, all.suppressed()))
                        .toList(),
                open.size() == shown ? "" : words.text("own.letter.more", words.number(open.size() - shown)),
                isSilent || !open.isEmpty() ? closing(isSilent, whose, kinds) : "");
    }

    private String closing(boolean isSilent, AgencySending.Whose whose, AgencyKinds kinds) {
        AgencyPosition parent = whose.parent();
        if (whose.isParents() && parent != null) {
            return words.text("own.letter.closing.covered", parent.name(), parent.code());
        }
        return words.text(isSilent && !kinds.hasRefusedFile() ? "own.letter.closing.silent" : "own.letter.closing");
    }

    private Figure head(String what, String text) {
        return new Figure(words.text("own.letter." + what), text);
    }

    private String unknown(boolean isSilent, AgencyFigures numbers) {
        if (isSilent) {
            return words.text("own.letter.asked");
        }
        boolean isUnknown = !numbers.headline().isKnown() && numbers.all().due() > 0;
        return isUnknown ? words.text("own.letter.unknown") : "";
    }

    private @Nullable LetterStanding standing(AgencyFigures numbers) {
        Headline headline = numbers.headline();
        Sum all = numbers.all();
        boolean isTold = headline.isKnown()
                && headline.of() > 0
                && !all.share().suppressed()
                && !HeadlineWords.share(headline).suppressed();
        if (!isTold) {
            return null;
        }
        return new LetterStanding(
                first.line(first.label(), headline, Shown.YES),
                change(numbers.trend()),
                first.isBesideAll() ? first.all(all, numbers.isKnown(all)) : "");
    }

    /** None against a night on which the agency was too small to be shown. */
    private String change(List<PublicationModel.Trend> trend) {
        return trend.size() < 2
                        || HeadlineWords.share(trend.get(trend.size() - 2).headline())
                                .suppressed()
                ? ""
                : AgencyTrend.change(trend, words);
    }

    private LetterTable table(AgencyFigures numbers) {
        List<LetterLine> lines = new ArrayList<>();
        lines.add(line(words.text("own.all"), numbers.all(), numbers));
        for (Obligation o : book.mandate().obligations()) {
            String label = o.label(words.locale());
            Sum sum = numbers.obligation(o.id());
            lines.add(o.voluntary() ? count(label + "*", sum) : line(label, sum, numbers));
        }
        // Beside the whole, one group would tell the other.
        boolean hidesGroups =
                numbers.groups().values().stream().anyMatch(sum -> sum.share().suppressed());
        if (!hidesGroups) {
            numbers.groups()
                    .forEach((group, sum) -> lines.add(
                            line(words.text("own.all") + ", " + words.text("own.group." + group), sum, numbers)));
        }
        return new LetterTable(
                COLUMNS.stream().map(column -> words.text("own." + column)).toList(),
                lines,
                hidesGroups ? words.text("own.letter.withheld") : "");
    }

    private LetterLine line(String label, Sum sum, AgencyFigures numbers) {
        if (sum.share().suppressed()) {
            return new LetterLine(label, Collections.nCopies(COLUMNS.size() - 1, SMALL));
        }
        return new LetterLine(
                label,
                List.of(
                        words.number(sum.due()),
                        known(sum, sum.met()),
                        known(sum, sum.unverified()),
                        known(sum, sum.notMet()),
                        words.number(sum.notReported()),
                        words.number(sum.exempt()),
                        AgencyPage.rate(sum.share(), numbers.isKnown(sum), words)));
    }

    /** Nobody owes it: how many did it stands alone. */
    private LetterLine count(String label, Sum sum) {
        List<String> cells = new ArrayList<>(Collections.nCopies(COLUMNS.size() - 1, ""));
        cells.set(1, sum.share().suppressed() ? SMALL : known(sum, sum.met()));
        return new LetterLine(label, cells);
    }

    private String known(Sum sum, int people) {
        return sum.isUnknown() ? AgencyPage.NONE : words.number(people);
    }

    /** What its head can have mended, in the order of the page. */
    private List<AgencyKinds.Kind> toSeeTo(AgencyKinds kinds, Map<ExceptionCode, Mending> mendings) {
        return kinds.open().stream()
                .filter(kind -> kind.severity() != Severity.INFO)
                .filter(kind -> catalogue.responsible(kind.code()) == Responsible.AGENCY)
                .sorted(Comparator.comparing(kind -> Objects.requireNonNull(mendings.get(kind.code())), Mending.FIRST))
                .toList();
    }

    private LetterItem item(AgencyKinds.Kind kind, boolean hidden) {
        return new LetterItem(
                catalogue.title(kind.code(), words.locale()),
                hidden ? SMALL : words.number(kind.stand().open()),
                catalogue.action(kind.code(), words.locale()));
    }
}
