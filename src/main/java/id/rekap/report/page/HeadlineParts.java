package id.rekap.report.page;

import id.rekap.mandate.Mandate;
import id.rekap.reconcile.AgencyState;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.AgencySummary;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The few numbers that most readers come for. */
record HeadlineParts(PublicationModel book, FindingCounts counts, Wording words) {
    /** Agencies that the first screen has room for. */
    private static final int NAMED = 3;

    Page.Headline headline(List<AgencyPosition> agencies, Figures figures, ClaimParts claims) {
        HeadlineWords first = new HeadlineWords(book.mandate(), words);
        Headline now = figures.headline();
        Figures.Shown shown = figures.shownHeadline();
        long reported = agencies.stream().filter(FindingCounts::hasReported).count();
        long expected = agencies.stream()
                .filter(a -> a.state() != AgencyState.NOT_EXPECTED)
                .count();
        int infos = counts.infos().open();
        List<Page.Lacking> lacking = lacking(agencies);
        return new Page.Headline(
                first.label(),
                first.rate(now, shown),
                first.of(now, shown) + (first.isBesideAll() || shown != Figures.Shown.YES ? "" : unknown(figures)),
                change(now) + turned(agencies),
                first.groups(figures),
                book.mandate().isHeadlineFollowing() ? claims.headline() : "",
                first.isBesideAll() ? all(first, figures) : "",
                first.means(),
                words.number(reported),
                words.number(expected),
                words.number(counts.exceptions().open()),
                parts(counts.exceptions()),
                infos(infos, counts.acknowledged()),
                lacking.isEmpty(),
                words.text(lacking.isEmpty() ? "verdict.complete" : "verdict.incomplete"),
                lacking,
                next(new AgencyParts(agencies, counts, figures, words)));
    }

    /** Whom to call, else what to mend. */
    private String next(AgencyParts parts) {
        List<String> steps = Stream.of(AgencyParts.Call.values())
                .filter(call -> !parts.called(call).isEmpty())
                .map(call -> step(call, parts.called(call)))
                .limit(NAMED)
                .toList();
        int toMend = counts.exceptions().open() - counts.acknowledged();
        if (!steps.isEmpty()) {
            return words.text("next", String.join(", ", steps));
        }
        return toMend == 0 ? "" : words.text("next", words.text("next.mend", words.number(toMend)));
    }

    /** Whose file was refused nothing above tells, since its list before counts on. */
    private String step(AgencyParts.Call call, List<String> names) {
        return call == AgencyParts.Call.REFUSED && names.size() == 1
                ? words.text("next.REFUSED.one", names.get(0))
                : words.text("next." + call, words.number(names.size()));
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

    /** The rate is of everybody; of how many nothing is known says what it is worth. */
    private String unknown(Figures figures) {
        Sum all = figures.whole(Mandate.ALL);
        return all.notReported() == 0 || all.isUnknown()
                ? ""
                : words.text("rate.of.unknown", words.number(all.notReported()));
    }

    /** Agencies of which something is known for the first time since the last night, or nothing any more: the rate moves with them. */
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

    private List<Page.Lacking> lacking(List<AgencyPosition> agencies) {
        List<Page.Lacking> lacking = new ArrayList<>();
        for (AgencyState state : List.of(AgencyState.MISSING, AgencyState.HELD, AgencyState.STALE)) {
            List<String> names = agencies.stream()
                    .filter(a -> a.state() == state)
                    .map(AgencyPosition::name)
                    .toList();
            if (!names.isEmpty()) {
                // One more fits where "and one more" would stand.
                int named = names.size() == NAMED + 1 ? names.size() : Math.min(NAMED, names.size());
                lacking.add(new Page.Lacking(
                        words.text("verdict." + state, words.number(names.size())),
                        state == AgencyState.MISSING ? "" : words.text("verdict.why." + state),
                        names.subList(0, named),
                        named == names.size() ? "" : words.text("message.more", words.number(names.size() - named))));
            }
        }
        return lacking;
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
