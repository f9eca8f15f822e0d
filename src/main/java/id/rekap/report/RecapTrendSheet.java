package id.rekap.report;

import id.rekap.report.SheetTable.Kind;
import id.rekap.report.page.Figures.Shown;
import id.rekap.report.page.Share;
import id.rekap.snapshot.NightBook;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Compliance of all from night to night, oldest first, as a chart would have it. */
record RecapTrendSheet(RecapWords words) {
    private static final int BAR = 25;

    void fill(Worksheet sheet, List<NightBook.Trend> trend) {
        SheetTable table = SheetTable.whole(
                sheet,
                1,
                List.of(
                        words.column("column.date", 20, words.date()),
                        words.column("due", 12, Kind.COUNT),
                        words.column("met", 12, Kind.COUNT),
                        words.column("rate", 14, Kind.RATE),
                        words.column("column.points", 14, Kind.POINTS),
                        words.column("column.bar", 44, Kind.BAR)));
        for (int i = 0; i < trend.size(); i++) {
            NightBook.Trend night = trend.get(i);
            Share share = share(night);
            Shown shown = share.suppressed() ? Shown.TOO_FEW : Shown.YES;
            table.row(
                    night.date(),
                    words.number(shown, night.due()),
                    night.known() ? words.number(shown, night.met()) : words.text("nobody"),
                    night.known() ? words.rate(shown, night.met(), night.due()) : words.text("unknown"),
                    i == 0 ? null : change(trend.get(i - 1), night),
                    shown == Shown.YES && night.known() && night.due() > 0 ? bar(share) : "");
        }
        table.endFiltered();
    }

    /** Points, or why there are none. */
    private @Nullable Object change(NightBook.Trend before, NightBook.Trend now) {
        return now.hasOtherRules(before) ? words.text("book.rules") : points(before, now);
    }

    /** Of the rates as they are shown; null where one of them is not. */
    static @Nullable BigDecimal points(NightBook.Trend before, NightBook.Trend now) {
        if (!before.known() || !now.known() || now.hasOtherRules(before)) {
            return null;
        }
        if (share(before).suppressed() || share(now).suppressed() || before.due() == 0 || now.due() == 0) {
            return null;
        }
        return share(now).percent().subtract(share(before).percent());
    }

    private static String bar(Share share) {
        int full = share.percent().intValue() * BAR / 100;
        return "█".repeat(full) + "░".repeat(BAR - full);
    }

    private static Share share(NightBook.Trend night) {
        return new Share(night.due(), night.due(), night.met());
    }
}
