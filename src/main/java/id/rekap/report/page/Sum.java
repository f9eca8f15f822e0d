package id.rekap.report.page;

import id.rekap.reconcile.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * Tallies of one obligation added up.
 *
 * @param counts whether it is a count, so that a total means something
 */
public record Sum(
        int headcount, int exempt, int met, int unverified, int notMet, int notReported, boolean counts, long total) {

    public static final Sum NONE = new Sum(0, 0, 0, 0, 0, 0, false, 0);

    public static Sum of(Tally t) {
        Long total = t.total();
        return new Sum(
                t.headcount(),
                t.exempt(),
                t.met(),
                t.unverified(),
                t.notMet(),
                t.notReported(),
                total != null,
                total == null ? 0 : total);
    }

    public Sum plus(Sum o) {
        return new Sum(
                headcount + o.headcount,
                exempt + o.exempt,
                met + o.met,
                unverified + o.unverified,
                notMet + o.notMet,
                notReported + o.notReported,
                counts || o.counts,
                total + o.total);
    }

    public int due() {
        return headcount - exempt;
    }

    public Share share() {
        return new Share(headcount, due(), met);
    }

    /** Nothing is known of anybody who owes it. */
    public boolean isUnknown() {
        return due() > 0 && notReported == due();
    }

    /** The rate as it may be shown, in words where it is not known. */
    String rate(Wording words, Figures.Shown shown) {
        return shown.or(words, isUnknown() ? words.text("unknown") : share().rate(words));
    }

    /** A number of people who stand somewhere, a dash where that is not known of anybody. */
    String shown(Wording words, Figures.Shown shown, int number) {
        return shown.or(words, isUnknown() ? words.text("nobody") : words.number(number));
    }

    /** How those who owe it stand, side by side. */
    List<Page.Segment> bar() {
        List<Page.Segment> bar = new ArrayList<>();
        int from = segment(bar, "met", 0, met);
        from = segment(bar, "unverified", from, unverified);
        from = segment(bar, "not-met", from, notMet);
        segment(bar, "not-reported", from, notReported);
        return List.copyOf(bar);
    }

    private int segment(List<Page.Segment> bar, String kind, int from, int people) {
        if (people > 0) {
            bar.add(new Page.Segment(kind, hundredths(from), hundredths(people)));
        }
        return from + people;
    }

    private String hundredths(int people) {
        return hundredths(people, due());
    }

    /** Percent with two decimals; formatted by hand, as thousands of bars are. */
    static String hundredths(int people, int of) {
        long hundredths = Math.round(people * 10_000.0 / of);
        long decimals = hundredths % 100;
        return hundredths / 100 + (decimals < 10 ? ".0" : ".") + decimals;
    }
}
