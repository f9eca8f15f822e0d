package id.rekap.report;

import id.rekap.report.SheetTable.Column;
import id.rekap.report.SheetTable.Kind;
import id.rekap.report.page.Figures.Shown;
import id.rekap.report.page.HeadlineWords;
import id.rekap.report.page.Share;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** What is said first, and who has met all, from night to night, oldest first, as a chart would have it. */
record RecapTrendSheet(RecapWords words) {
    private static final int BAR = 25;

    void fill(Worksheet sheet, HeadlineWords first, List<PublicationModel.Trend> trend) {
        String label = first.label();
        SheetTable table = SheetTable.whole(
                sheet,
                1,
                List.of(
                        words.column("column.date", 20, words.date()),
                        new Column(first.people(), 12, Kind.COUNT),
                        new Column(label, 14, Kind.COUNT),
                        new Column(label + ": " + first.share(), 14, Kind.RATE),
                        words.column("column.points", 14, Kind.POINTS),
                        words.column("column.bar", 44, Kind.BAR),
                        new Column(words.text("obligation.all") + ": " + words.text("due"), 14, Kind.COUNT),
                        new Column(words.text("obligation.all") + ": " + words.text("met"), 14, Kind.COUNT),
                        new Column(words.text("obligation.all") + ": " + words.text("rate"), 14, Kind.RATE)));
        for (int i = 0; i < trend.size(); i++) {
            PublicationModel.Trend night = trend.get(i);
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(night.date());
            cells.addAll(headline(night.headline(), i == 0 ? null : change(trend.get(i - 1), night)));
            Share share = new Share(night.due(), night.due(), night.met());
            Shown shown = share.suppressed() ? Shown.TOO_FEW : Shown.YES;
            cells.add(words.number(shown, night.due()));
            cells.add(night.known() ? words.number(shown, night.met()) : words.text("nobody"));
            cells.add(night.known() ? words.rate(shown, night.met(), night.due()) : words.text("unknown"));
            table.row(cells.toArray());
        }
        table.endFiltered();
    }

    private List<@Nullable Object> headline(Headline own, @Nullable Object change) {
        Share share = HeadlineWords.share(own);
        Shown shown = HeadlineWords.shownLater(own);
        Shown counts = shown == Shown.YES && own.rateOnly() ? Shown.WITHHELD : shown;
        return Arrays.asList(
                words.number(counts, own.of()),
                own.isKnown() ? words.number(counts, own.met()) : words.text("nobody"),
                own.isKnown() ? words.rate(shown, own.met(), own.of()) : words.text("unknown"),
                change,
                HeadlineWords.isShown(own) ? bar(share) : "");
    }

    /** Points, or why there are none. */
    private @Nullable Object change(PublicationModel.Trend before, PublicationModel.Trend now) {
        return now.hasOtherRules(before) ? words.text("book.rules") : points(before, now);
    }

    /** Of the rates as they are shown; null where one of them is not. */
    static @Nullable BigDecimal points(PublicationModel.Trend before, PublicationModel.Trend now) {
        return now.hasOtherRules(before) ? null : HeadlineWords.points(before.headline(), now.headline());
    }

    private static String bar(Share share) {
        int full = share.percent().intValue() * BAR / 100;
        return "█".repeat(full) + "░".repeat(BAR - full);
    }
}
