package id.rekap.report.page;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.NightBook;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tallies added up: over all agencies for each obligation, over types for each agency and group. */
final class PositionParts {
    private final Mandate mandate;
    private final Wording words;
    private final Map<String, Sum> byObligation = new HashMap<>();
    private final Map<String, Map<Group, Share>> byGroupOf = new HashMap<>();
    private final Map<String, Map<Group, Share>> byAgency = new HashMap<>();
    private final Map<String, Sum> agencySums = new HashMap<>();
    private final Map<Group, Presence> byGroup = new EnumMap<>(Group.class);

    PositionParts(NightBook book, List<AgencyPosition> agencies, Wording words) {
        this.mandate = book.mandate();
        this.words = words;
        agencies.forEach(a -> byAgency.put(a.code(), new EnumMap<>(Group.class)));
        Map<String, Group> groups = new HashMap<>();
        mandate.types().forEach(t -> groups.put(t.code(), t.group()));
        for (Tally tally : book.tallies()) {
            byObligation.merge(tally.obligation(), Sum.of(tally), Sum::plus);
            Group group = groups.get(tally.type());
            if (group != null) {
                byGroupOf
                        .computeIfAbsent(tally.obligation(), o -> new EnumMap<>(Group.class))
                        .merge(group, Sum.of(tally).share(), Share::plus);
            }
            if (group != null && tally.obligation().equals(Mandate.ALL)) {
                byAgency.computeIfAbsent(tally.agency(), a -> new EnumMap<>(Group.class))
                        .merge(group, Sum.of(tally).share(), Share::plus);
                agencySums.merge(tally.agency(), Sum.of(tally), Sum::plus);
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

    List<Page.Group> groups() {
        Map<Group, Share> owing = byGroupOf.getOrDefault(Mandate.ALL, Map.of());
        return byGroup.values().stream()
                .map(p -> {
                    Share people = new Share(p.headcount(), p.headcount(), p.following());
                    return new Page.Group(
                            words.text("group." + p.group()),
                            people.shown(words, p.headcount()),
                            people.shown(words, p.counted()),
                            people.shown(words, p.following()),
                            rate(owing, p.group()));
                })
                .toList();
    }

    /** The rate of one agency's group, as it may be shown. */
    String rate(String agency, Group group) {
        Map<Group, Share> groups = byAgency.getOrDefault(agency, Map.of());
        return groups.getOrDefault(group, Share.NONE).shown(words);
    }

    /** An agency's people of both groups, unless beside one group the other would be told. */
    Page.Figures figures(String agency) {
        Sum sum = agencySums.getOrDefault(agency, Sum.NONE);
        Share share = sum.share();
        if (!share.suppressed() && isTold(agency)) {
            String withheld = words.text("withheld");
            return new Page.Figures(withheld, withheld, withheld, withheld, withheld, withheld);
        }
        return new Page.Figures(
                share.shown(words),
                share.shown(words, sum.due()),
                share.shown(words, sum.met()),
                share.shown(words, sum.unverified()),
                share.shown(words, sum.notMet()),
                share.shown(words, sum.notReported()));
    }

    List<Page.Segment> bar(String agency) {
        return isTold(agency)
                ? List.of()
                : agencySums.getOrDefault(agency, Sum.NONE).bar();
    }

    private boolean isTold(String agency) {
        Map<Group, Share> groups = byAgency.getOrDefault(agency, Map.of());
        return Share.isTold(
                groups.getOrDefault(Group.ASN, Share.NONE), groups.getOrDefault(Group.TENAGA_KONTRAK, Share.NONE));
    }

    /** The rate of a group over all agencies. Where the other one is small, the whole would tell it beside this one. */
    private String rate(Map<Group, Share> groups, Group group) {
        Share share = groups.getOrDefault(group, Share.NONE);
        boolean isTold = groups.values().stream().anyMatch(Share::suppressed);
        return isTold && !share.suppressed() && share.due() > 0 ? words.text("withheld") : share.shown(words);
    }

    private Page.Obligation row(String label, boolean voluntary, boolean all, String id) {
        Sum sum = byObligation.getOrDefault(id, Sum.NONE);
        Share share = sum.share();
        return new Page.Obligation(
                label,
                voluntary,
                all,
                share.shown(words),
                share.shown(words, sum.due()),
                share.shown(words, sum.met()),
                share.shown(words, sum.unverified()),
                share.shown(words, sum.notMet()),
                share.shown(words, sum.notReported()),
                share.shown(words, sum.exempt()),
                sum.counts() ? share.suppressed() ? words.text("suppressed") : words.number(sum.total()) : "",
                rate(byGroupOf.getOrDefault(id, Map.of()), Group.ASN),
                rate(byGroupOf.getOrDefault(id, Map.of()), Group.TENAGA_KONTRAK),
                share.suppressed() ? List.of() : sum.bar());
    }

    private static Presence plus(Presence a, Presence b) {
        return new Presence(
                "", a.group(), a.headcount() + b.headcount(), a.counted() + b.counted(), a.following() + b.following());
    }
}
