package id.rekap.report;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.report.SheetTable.Column;
import id.rekap.report.SheetTable.Kind;
import id.rekap.report.page.Figures;
import id.rekap.report.page.Figures.Shown;
import id.rekap.report.page.HeadlineWords;
import id.rekap.snapshot.Headline;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** The first table of the first sheet. */
record RecapHeadline(Mandate mandate, Figures figures, RecapWords words) {
    /** What is said first, in the order of the page and the message. */
    int write(Worksheet sheet, int top) {
        HeadlineWords first = new HeadlineWords(mandate, words.page());
        SheetTable table = new SheetTable(
                sheet,
                top,
                List.of(
                        new Column(first.label(), 0, Kind.TEXT),
                        new Column(first.people(), 0, Kind.COUNT),
                        words.column("met", 0, Kind.COUNT),
                        new Column(first.share(), 0, Kind.RATE)));
        row(table, words.text("book.everybody"), figures.headline(), figures.shownHeadline());
        table.bold();
        for (Group group : Group.values()) {
            Headline own = figures.headline(group);
            if (own.of() > 0) {
                row(table, words.text("group." + group), own, figures.shownHeadline(group));
            }
        }
        return table.end();
    }

    private void row(SheetTable table, String label, Headline own, Shown shown) {
        table.row(label, words.number(shown, own.of()), words.met(shown, own), words.rate(shown, own));
    }
}
