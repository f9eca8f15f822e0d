package id.rekap.report;

import id.rekap.catalogue.Severity;
import id.rekap.reconcile.AgencyState;
import id.rekap.report.SheetTable.Column;
import id.rekap.report.SheetTable.Kind;
import id.rekap.report.page.Figures.Shown;
import id.rekap.report.page.Sum;
import id.rekap.report.page.Wording;
import id.rekap.snapshot.Headline;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the workbook of a night says things: headings, states, and numbers that may not be shown. */
record RecapWords(Wording page) {
    /** More than a reader sees, so that rounding happens once, in the spreadsheet. */
    private static final int RATE_DECIMALS = 10;

    String text(String key, String... values) {
        return page.text(key, values);
    }

    Column column(String key, double width, Kind kind) {
        return new Column(page.text(key), width, kind);
    }

    Kind date() {
        return page.locale().equals(Locale.ENGLISH) ? Kind.DATE_EN : Kind.DATE_ID;
    }

    String state(AgencyState state) {
        return page.text("book.state." + state);
    }

    /** A light fill that goes with the state's words, or null. */
    static @Nullable String fill(AgencyState state) {
        return switch (state) {
            case REPORTED, COVERED, NIL -> "DDF0E8";
            case HELD, STALE -> "FBECC4";
            case MISSING -> "F8DAD3";
            case NOT_EXPECTED -> null;
        };
    }

    /** A light fill that goes with the severity's word. */
    static String fill(Severity severity) {
        return switch (severity) {
            case ERROR -> "F8DAD3";
            case WARNING -> "FBECC4";
            case INFO -> "DCE8F4";
        };
    }

    /** A number, or why it is not shown. */
    Object number(Shown shown, Object number) {
        return switch (shown) {
            case YES -> number;
            case TOO_FEW -> page.text("suppressed");
            case WITHHELD -> page.text("withheld");
        };
    }

    /** A number of people who stand somewhere, a dash where that is not known of anybody. */
    Object summary(Shown shown, Sum sum, int people) {
        return number(shown, sum.isUnknown() ? page.text("nobody") : people);
    }

    /** Of what is said first how many, a dash where that is not known. */
    Object met(Shown shown, Headline own) {
        return number(shown, own.isKnown() ? own.met() : page.text("nobody"));
    }

    /** Its share of 1, or in words that it is not known. */
    Object rate(Shown shown, Headline own) {
        return own.isKnown() ? rate(shown, own.met(), own.of()) : number(shown, page.text("unknown"));
    }

    /** A share of 1, or in words that it is not known. */
    Object rate(Shown shown, Sum sum) {
        return sum.isUnknown() ? number(shown, page.text("unknown")) : rate(shown, sum.met(), sum.due());
    }

    /** A share of 1; a dash where nobody owes anything. */
    Object rate(Shown shown, int met, int due) {
        return number(
                shown,
                due == 0
                        ? page.text("nobody")
                        : BigDecimal.valueOf(met)
                                .divide(BigDecimal.valueOf(due), RATE_DECIMALS, RoundingMode.HALF_UP)
                                .stripTrailingZeros());
    }
}
