package id.rekap.report;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.catalogue.Severity;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.AgencyState;
import id.rekap.report.SheetTable.Column;
import id.rekap.report.SheetTable.Kind;
import id.rekap.report.page.Figures;
import id.rekap.report.page.Figures.Shown;
import id.rekap.report.page.FindingCounts;
import id.rekap.report.page.HeadlineWords;
import id.rekap.report.page.Sum;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.PublicationModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The first sheet: the numbers that most readers come for. */
final class RecapSummarySheet {
    private static final double[] WIDTHS = {50, 14, 14, 14, 14, 14, 14, 14, 14, 14};

    private final PublicationModel book;
    private final Figures figures;
    private final Catalogue catalogue;
    private final RecapWords words;

    RecapSummarySheet(PublicationModel book, Figures figures, Catalogue catalogue, RecapWords words) {
        this.book = book;
        this.figures = figures;
        this.catalogue = catalogue;
        this.words = words;
    }

    void fill(
            Worksheet sheet, List<AgencyPosition> agencies, FindingCounts counts, List<PublicationModel.Trend> trend) {
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.width(i, WIDTHS[i]);
        }
        sheet.hideGridLines();
        SheetTable.landscape(sheet);
        Mandate mandate = book.mandate();
        title(sheet, 0, mandate.title(words.page().locale()), 16);
        line(sheet, 1, words.text("circular", mandate.number()));
        title(sheet, 2, words.text("position", words.page().date(book.date())), 12);
        sheet.freezePane(0, 3);
        int at = new RecapHeadline(book.mandate(), figures, words).write(sheet, 4);
        String claim = HeadlineWords.claim(book, agencies, figures, words.page());
        if (!claim.isEmpty()) {
            line(sheet, at++, claim);
        }
        at = keyFigures(sheet, at + 1, agencies, counts, trend);
        at = obligations(sheet, at + 1);
        at = states(sheet, at + 1, agencies);
        at = codes(sheet, at + 1, counts);
        line(sheet, at + 1, words.text("note.rate"));
        line(sheet, at + 2, words.text("note.small") + " " + words.text("note.withheld"));
        line(sheet, at + 3, words.text("note.persons"));
    }

    private int keyFigures(
            Worksheet sheet,
            int top,
            List<AgencyPosition> agencies,
            FindingCounts counts,
            List<PublicationModel.Trend> trend) {
        Sum all = figures.whole(Mandate.ALL);
        Shown shown = figures.shown(Mandate.ALL);
        SheetTable table =
                new SheetTable(sheet, top, List.of(column("book.figure", Kind.TEXT), column("book.value", Kind.COUNT)));
        if (trend.size() > 1) {
            PublicationModel.Trend last = trend.get(trend.size() - 2);
            PublicationModel.Trend tonight = trend.get(trend.size() - 1);
            BigDecimal points = RecapTrendSheet.points(last, tonight);
            table.row(
                    words.text("book.change", words.page().date(last.date())),
                    points != null ? points : words.text(tonight.hasOtherRules(last) ? "book.rules" : "nobody"));
            table.format(1, Kind.POINTS);
            Integer people =
                    tonight.hasOtherRules(last) ? null : HeadlineWords.people(last.headline(), tonight.headline());
            if (people != null) {
                table.row(words.text("book.change-people", words.page().date(last.date())), people);
            }
        }
        table.row(words.text("headline.all"), words.rate(shown, all));
        table.format(1, Kind.RATE);
        table.row(words.text("book.met-all"), words.summary(shown, all, all.met()));
        table.row(words.text("book.due-all"), words.number(shown, all.due()));
        table.row(words.text("book.unknown"), words.number(shown, all.notReported()));
        table.row(
                words.text("book.reported"),
                agencies.stream().filter(FindingCounts::hasReported).count());
        table.row(
                words.text("book.expected"),
                agencies.stream()
                        .filter(a -> a.state() != AgencyState.NOT_EXPECTED)
                        .count());
        FindingCounts.Stand stand = counts.exceptions();
        table.row(words.text("book.open"), stand.open());
        table.row(words.text("book.fresh"), stand.fresh());
        table.row(words.text("book.reopened"), stand.reopened());
        table.row(words.text("book.still"), stand.still());
        table.row(words.text("book.resolved"), stand.resolved());
        table.row(words.text("book.infos"), counts.infos().open());
        return table.end();
    }

    private int obligations(Worksheet sheet, int top) {
        SheetTable table = new SheetTable(
                sheet,
                top,
                List.of(
                        column("obligations", Kind.TEXT),
                        column("headcount", Kind.COUNT),
                        column("exempt", Kind.COUNT),
                        column("due", Kind.COUNT),
                        column("met", Kind.COUNT),
                        column("unverified", Kind.COUNT),
                        column("not-met", Kind.COUNT),
                        column("not-reported", Kind.COUNT),
                        column("rate", Kind.RATE),
                        column("column.total", Kind.COUNT)));
        obligation(table, words.text("obligation.all"), figures.shown(Mandate.ALL), figures.whole(Mandate.ALL));
        table.bold();
        for (Group group : Group.values()) {
            Sum sum = figures.group(group, Mandate.ALL);
            if (sum.headcount() > 0) {
                obligation(
                        table,
                        words.text("obligation.all") + ": " + words.text("group." + group),
                        figures.shown(group, Mandate.ALL),
                        sum);
            }
        }
        for (Obligation o : book.mandate().obligations()) {
            String label = o.label(words.page().locale());
            Shown shown = figures.shown(o.id());
            Sum sum = figures.whole(o.id());
            if (o.voluntary()) {
                List<@Nullable Object> cells =
                        new ArrayList<>(Collections.nCopies(WIDTHS.length, words.text("nobody")));
                cells.set(0, label + " (" + words.text("obligation.voluntary") + ")");
                cells.set(1, words.number(shown, sum.headcount()));
                cells.set(4, words.summary(shown, sum, sum.met()));
                cells.set(9, total(shown, sum));
                table.row(cells.toArray());
            } else {
                obligation(table, label, shown, sum);
            }
        }
        return table.end();
    }

    private void obligation(SheetTable table, String label, Shown shown, Sum sum) {
        table.row(
                label,
                words.number(shown, sum.headcount()),
                words.number(shown, sum.exempt()),
                words.number(shown, sum.due()),
                words.summary(shown, sum, sum.met()),
                words.summary(shown, sum, sum.unverified()),
                words.summary(shown, sum, sum.notMet()),
                words.number(shown, sum.notReported()),
                words.rate(shown, sum),
                total(shown, sum));
    }

    private @Nullable Object total(Shown shown, Sum sum) {
        return sum.counts() && !sum.isUnknown() ? words.number(shown, sum.total()) : null;
    }

    private int states(Worksheet sheet, int top, List<AgencyPosition> agencies) {
        SheetTable table = new SheetTable(
                sheet, top, List.of(column("book.by-state", Kind.TEXT), column("book.number", Kind.COUNT)));
        for (AgencyState state : AgencyState.values()) {
            long number = agencies.stream().filter(a -> a.state() == state).count();
            if (number > 0) {
                table.row(words.state(state), number);
                String fill = RecapWords.fill(state);
                if (fill != null) {
                    table.paint(0, fill);
                }
            }
        }
        return table.end();
    }

    private int codes(Worksheet sheet, int top, FindingCounts counts) {
        SheetTable table = new SheetTable(
                sheet,
                top,
                List.of(
                        column("anomalies.list", Kind.TEXT),
                        column("column.severity", Kind.TEXT),
                        column("column.fresh", Kind.COUNT),
                        column("column.reopened", Kind.COUNT),
                        column("column.still", Kind.COUNT),
                        column("column.open", Kind.COUNT),
                        column("column.resolved", Kind.COUNT)));
        List<ExceptionCode> codes = counts.byCode().keySet().stream()
                .sorted(Comparator.comparing(catalogue::severity).thenComparing(Comparator.naturalOrder()))
                .toList();
        for (ExceptionCode code : codes) {
            FindingCounts.Stand stand = counts.of(code);
            Severity severity = catalogue.severity(code);
            table.row(
                    catalogue.title(code, words.page().locale()) + " (" + code + ")",
                    words.text("severity." + severity.word()),
                    stand.fresh(),
                    stand.reopened(),
                    stand.still(),
                    stand.open(),
                    stand.resolved());
            table.paint(1, RecapWords.fill(severity));
        }
        if (codes.isEmpty()) {
            table.row(words.text("anomalies.none"));
        }
        return table.end();
    }

    private Column column(String key, Kind kind) {
        return words.column(key, 0, kind);
    }

    private static void title(Worksheet sheet, int at, String text, int size) {
        line(sheet, at, text);
        sheet.style(at, 0)
                .bold()
                .fontSize(size)
                .fontColor(SheetTable.HEADER_FILL)
                .set();
    }

    private static void line(Worksheet sheet, int at, String text) {
        sheet.inlineString(at, 0, SpreadsheetText.harmless(text));
    }
}
