package id.rekap.report.page;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.Presence;
import id.rekap.report.page.Figures.Shown;
import id.rekap.snapshot.PublicationModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tallies added up: over all agencies for each obligation, over types for each agency and group. */
final class PositionParts {
    private final Mandate mandate;
    private final Wording words;
    private final Figures figures;
    private final Map<Group, Presence> byGroup = new EnumMap<>(Group.class);

    PositionParts(PublicationModel book, Figures figures, Wording words) {
        this.mandate = book.mandate();
        this.words = words;
        this.figures = figures;
        for (Presence p : book.presences()) {
            byGroup.merge(p.group(), p, PositionParts::plus);
        }
    }

    /** The whole first, then each in the mandate's order. */
    List<Page.Obligation> obligations() {
        List<Page.Obligation> rows = new ArrayList<>();
        rows.add(row(words.text("obligation.all"), false, true, Mandate.ALL));
        for (Obligation o : mandate.obligations()) {
            rows.add(row(o.label(words.locale()), o.voluntary(), false, o.id()));
        }
        return rows;
    }

    /** Where nobody has to follow an account, nothing is claimed of it, and nothing to be said. */
    List<Page.Group> groups(ClaimParts claims, EvidenceParts evidence) {
        boolean isFollowed = mandate.isFollowed();
        HeadlineWords first = new HeadlineWords(mandate, words);
        return byGroup.values().stream()
                .map(p -> {
                    Shown shown = figures.shown(p.group(), Mandate.ALL);
                    return new Page.Group(
                            words.text("group." + p.group()),
                            shown.or(words, words.number(p.headcount())),
                            isFollowed ? claims.people(p.group()) : "",
                            isFollowed ? claims.following(p.group()) : "",
                            shown.or(words, words.number(p.counted())),
                            isFollowed ? following(p, shown) : "",
                            first.rate(figures.headline(p.group()), figures.shownHeadline(p.group())),
                            evidence.of(p.group()));
                })
                .toList();
    }

    private String following(Presence group, Shown shown) {
        return group.counted() == 0 && group.headcount() > 0
                ? words.text("unknown")
                : words.text("counted.following", shown.or(words, words.number(group.following())));
    }

    /** An agency's people of both groups. */
    AgencyRow.Figures figures(String agency) {
        Sum sum = figures.agency(agency);
        Shown shown = figures.shownAgency(agency);
        return new AgencyRow.Figures(
                shown.or(words, words.number(sum.due())),
                sum.shown(words, shown, sum.met()),
                sum.shown(words, shown, sum.unverified()),
                sum.shown(words, shown, sum.notMet()),
                shown.or(words, words.number(sum.notReported())));
    }

    /** The rate of a group over all agencies. */
    private String wholeRate(String obligation, Group group) {
        return figures.group(group, obligation).rate(words, figures.shown(group, obligation));
    }

    /** What is voluntary is a count: nobody stands better or worse by it. */
    private Page.Obligation row(String label, boolean voluntary, boolean all, String id) {
        Sum sum = figures.whole(id);
        Shown shown = figures.shown(id);
        boolean isDrawn = shown == Shown.YES && !voluntary;
        return new Page.Obligation(
                label,
                voluntary,
                all,
                voluntary
                        ? shown.or(words, words.text("obligation.people", words.number(sum.met())))
                        : sum.rate(words, shown),
                shown.or(words, words.number(sum.due())),
                sum.shown(words, shown, sum.met()),
                sum.shown(words, shown, sum.unverified()),
                sum.shown(words, shown, sum.notMet()),
                shown.or(words, words.number(sum.notReported())),
                shown.or(words, words.number(sum.exempt())),
                sum.counts() && !sum.isUnknown() ? shown.or(words, words.number(sum.total())) : "",
                wholeRate(id, Group.ASN),
                wholeRate(id, Group.TENAGA_KONTRAK),
                isDrawn ? sum.bar() : List.of(),
                isDrawn && sum.due() > 0 && !sum.isUnknown() ? added(sum) : "",
                !sum.isUnknown());
    }

    /** Those who stand somewhere, added up to all who owe it. */
    private String added(Sum sum) {
        List<String> terms = new ArrayList<>();
        term(terms, "met", sum.met());
        term(terms, "unverified", sum.unverified());
        term(terms, "not-met", sum.notMet());
        term(terms, "not-reported", sum.notReported());
        return words.text("people.added", String.join(" + ", terms), words.number(sum.due()));
    }

    private void term(List<String> terms, String standing, int people) {
        if (people > 0) {
            terms.add(words.text("people." + standing, words.number(people)));
        }
    }

    private static Presence plus(Presence a, Presence b) {
        return new Presence(
                "", a.group(), a.headcount() + b.headcount(), a.counted() + b.counted(), a.following() + b.following());
    }
}
