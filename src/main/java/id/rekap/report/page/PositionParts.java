package id.rekap.report.page;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.Presence;
import id.rekap.report.page.Figures.Shown;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.PublicationModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tallies added up: over all agencies for each obligation, over types for each agency and group. */
final class PositionParts {
    private final Mandate mandate;
    private final Wording words;
    private final Figures figures;
    private final Set<String> withoutList = new HashSet<>();
    private final Map<Group, Presence> byGroup = new EnumMap<>(Group.class);

    PositionParts(PublicationModel book, List<AgencyPosition> agencies, Figures figures, Wording words) {
        this.mandate = book.mandate();
        this.words = words;
        this.figures = figures;
        for (AgencyPosition agency : agencies) {
            if (!agency.hasList()) {
                withoutList.add(agency.code());
            }
        }
        for (Presence p : book.presences()) {
            byGroup.merge(p.group(), p, PositionParts::plus);
        }
    }

    /** The whole first, then each in the mandate's order. */
    List<Page.Obligation> obligations() {
        List<Page.Obligation> rows = new ArrayList<>();
        rows.add(row(words.text("obligation.all"), false, true, Mandate.ALL));
        for (Obligation o : mandate.obligations()) {
            rows.add(row(o.label().getOrDefault(words.locale(), o.id()), o.voluntary(), false, o.id()));
        }
        return rows;
    }

    /** Where nobody has to follow an account, nothing is claimed of it, and nothing to be said. */
    List<Page.Group> groups(ClaimParts claims, EvidenceParts evidence) {
        boolean isFollowed = mandate.isFollowed();
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
                            wholeRate(Mandate.ALL, p.group()),
                            evidence.of(p.group()));
                })
                .toList();
    }

    private String following(Presence group, Shown shown) {
        return group.counted() == 0 && group.headcount() > 0
                ? words.text("unknown")
                : words.text("counted.following", shown.or(words, words.number(group.following())));
    }

    /** The rate of one agency's group, as it may be shown. */
    String rate(String agency, Group group) {
        Sum sum = figures.cell(agency, group, Mandate.ALL);
        boolean isSilent = isSilent(agency, sum) && !figures.closes(agency);
        return isSilent ? words.text("unknown") : sum.rate(words, figures.shownCell(agency, group));
    }

    /** An agency's people of both groups. */
    Page.Figures figures(String agency) {
        Sum sum = figures.agency(agency);
        Shown shown = figures.shownAgency(agency);
        return new Page.Figures(
                isSilent(agency, sum) ? words.text("unknown") : sum.rate(words, shown),
                shown.or(words, words.number(sum.due())),
                sum.shown(words, shown, sum.met()),
                sum.shown(words, shown, sum.unverified()),
                sum.shown(words, shown, sum.notMet()),
                shown.or(words, words.number(sum.notReported())),
                !sum.isUnknown());
    }

    List<Page.Segment> bar(String agency) {
        return figures.shownAgency(agency) == Shown.YES ? figures.agency(agency).bar() : List.of();
    }

    /** Of an agency without a list its state tells already that nothing is known, however few its people are. */
    private boolean isSilent(String agency, Sum people) {
        return withoutList.contains(agency) && people.due() > 0;
    }

    /** The rate of a group over all agencies. */
    private String wholeRate(String obligation, Group group) {
        return figures.group(group, obligation).rate(words, figures.shown(group, obligation));
    }

    private Page.Obligation row(String label, boolean voluntary, boolean all, String id) {
        Sum sum = figures.whole(id);
        Shown shown = figures.shown(id);
        return new Page.Obligation(
                label,
                voluntary,
                all,
                sum.rate(words, shown),
                shown.or(words, words.number(sum.due())),
                sum.shown(words, shown, sum.met()),
                sum.shown(words, shown, sum.unverified()),
                sum.shown(words, shown, sum.notMet()),
                shown.or(words, words.number(sum.notReported())),
                shown.or(words, words.number(sum.exempt())),
                sum.counts() && !sum.isUnknown() ? shown.or(words, words.number(sum.total())) : "",
                wholeRate(id, Group.ASN),
                wholeRate(id, Group.TENAGA_KONTRAK),
                shown == Shown.YES ? sum.bar() : List.of(),
                !sum.isUnknown());
    }

    private static Presence plus(Presence a, Presence b) {
        return new Presence(
                "", a.group(), a.headcount() + b.headcount(), a.counted() + b.counted(), a.following() + b.following());
    }
}
