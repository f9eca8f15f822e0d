package id.rekap.report.page;

import id.rekap.mandate.Mandate;
import id.rekap.reconcile.AgencyState;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.AgencySummary;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The few numbers that most readers come for. */
record HeadlineParts(PublicationModel book, FindingCounts counts, Wording words) {
    Page.Headline headline(List<AgencyPosition> agencies, Figures figures, ClaimParts claims) {
        HeadlineWords first = new HeadlineWords(book.mandate(), words);
        Headline now = figures.headline();
        Figures.Shown shown = figures.shownHeadline();
        long reported = agencies.stream().filter(FindingCounts::hasReported).count();
        long expected = agencies.stream()
                .filter(a -> a.state() != AgencyState.NOT_EXPECTED)
                .count();
        int infos = counts.infos().open();
        AgencyParts parts = new AgencyParts(agencies, counts, figures, words);
        Lacks lacks = new Lacks(agencies, parts, words);
        return new Page.Headline(
                first.label(),
                first.rate(now, shown),
                first.of(now, shown) + (first.isBesideAll() || shown != Figures.Shown.YES ? "" : unknown(figures)),
                change(now) + turned(agencies),
                first.groups(figures),
                claims.headline(book.mandate()),
                first.isBesideAll() ? all(first, figures) : "",
                first.means() + exempt(figures),
                words.number(reported),
                words.number(expected),
                words.number(counts.exceptions().open()),
                parts(counts.exceptions()),
                infos(infos, counts.acknowledged()),
                lacks.kind(),
                lacks.verdict(),
                lacks.lines(),
                next(parts));
    }

    /** How many to call, who are named above, else what to mend. */
    private String next(AgencyParts parts) {
        long toCall = parts.toCall();
        int toMend = counts.exceptions().open() - counts.acknowledged();
        if (toCall == 0 && toMend == 0) {
            return "";
        }
        String step = toCall > 0
                ? words.text("next.call", words.number(toCall))
                : words.text("next.mend", words.number(toMend));
        return words.text("next", step);
    }

    private String infos(int infos, int acknowledged) {
        return (acknowledged == 0 ? "" : words.text("anomalies.acknowledged", words.number(acknowledged)) + " ")
                + (infos == 0 ? "" : words.text("anomalies.infos", words.number(infos)));
    }

    private String all(HeadlineWords first, Figures figures) {
        Sum all = figures.whole(Mandate.ALL);
        Figures.Shown shown = figures.shown(Mandate.ALL);
        return shown == Figures.Shown.YES
                ? first.all(all, !all.isUnknown()) + unknown(figures)
                : words.text("headline.all") + ": " + all.rate(words, shown);
    }

    /** Why those who owe all are fewer than those of whom it is said first how many follow. */
    private String exempt(Figures figures) {
        Sum all = figures.whole(Mandate.ALL);
        return !book.mandate().isHeadlineFollowing()
                        || all.exempt() == 0
                        || figures.shown(Mandate.ALL) != Figures.Shown.YES
                ? ""
                : " "
                        + words.text(
                                "headline.all.exempt",
                                words.number(all.headcount()),
                                words.number(all.exempt()),
                                words.number(all.due()));
    }

    /** The rate is of everybody; of how many nothing is known says what it is worth. */
    private String unknown(Figures figures) {
        Sum all = figures.whole(Mandate.ALL);
        return all.notReported() == 0 || all.isUnknown()
                ? ""
                : words.text("rate.of.unknown", words.number(all.notReported()));
    }

    /**
     * Agencies of which something is known for the first time since the last night, or nothing any more: the rate moves with
     * them.
     */
    private String turned(List<AgencyPosition> agencies) {
        List<PublicationModel.Past> history = book.history();
        if (history.isEmpty() || !history.get(history.size() - 1).date().equals(book.previousDate())) {
            return "";
        }
        Map<String, Boolean> before = new HashMap<>();
        history.get(history.size() - 1).summaries().stream()
                .filter(s -> s.due() > 0)
                .forEach(s -> before.put(s.agency(), s.known()));
        List<AgencySummary> turned = AgencySummary.of(book, agencies).stream()
                .filter(s -> s.due() > 0 && before.getOrDefault(s.agency(), s.known()) != s.known())
                .toList();
        long known = turned.stream().filter(AgencySummary::known).count();
        return (known == 0 ? "" : words.text("change.known", words.number(known)))
                + (known == turned.size() ? "" : words.text("change.lost", words.number(turned.size() - known)));
    }

    /** So that a reader can add up: new, reopened and still open are all that are open. */
    private String parts(FindingCounts.Stand stand) {
        return words.text(
                stand.reopened() == 0 ? "anomalies.parts" : "anomalies.parts.reopened",
                words.number(stand.fresh()),
                words.number(stand.reopened()),
                words.number(stand.still()),
                words.number(stand.resolved()));
    }

    private String change(Headline now) {
        List<PublicationModel.Trend> trend = book.trend();
        if (trend.size() < 2) {
            return words.text("change.first");
        }
        PublicationModel.Trend last = trend.get(trend.size() - 2);
        PublicationModel.Trend tonight = trend.get(trend.size() - 1);
        String date = words.date(last.date());
        if (tonight.hasOtherRules(last)) {
            return words.text("change.rules", words.date(tonight.date()), date);
        }
        // Of the rates as shown, so that who subtracts them on paper gets the same.
        BigDecimal points = HeadlineWords.points(last.headline(), now);
        if (points == null) {
            return words.text("change.unknown", date);
        }
        Integer people = HeadlineWords.people(last.headline(), now);
        String key = points.signum() == 0 ? "change.none" : points.signum() > 0 ? "change.up" : "change.down";
        return people == null || (people == 0 && points.signum() == 0)
                ? words.text(key, words.decimal(points.abs()), date)
                : words.text(key + ".people", words.decimal(points.abs()), date, words.signed(people));
    }
}
