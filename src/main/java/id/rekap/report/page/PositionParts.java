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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tallies added up: over all agencies for each obligation, over types for each agency and group. */
final class PositionParts {
    private final Mandate mandate;
    private final Wording words;
    private final Map<String, Sum> byObligation = new HashMap<>();
    private final Map<String, Map<Group, Sum>> byGroupOf = new HashMap<>();
    private final Map<String, Map<Group, Sum>> byAgency = new HashMap<>();
    private final Map<String, Sum> agencySums = new HashMap<>();
    private final Set<String> withoutList = new HashSet<>();
    private final Map<Group, Presence> byGroup = new EnumMap<>(Group.class);

    PositionParts(NightBook book, List<AgencyPosition> agencies, Wording words) {
        this.mandate = book.mandate();
        this.words = words;
        for (AgencyPosition agency : agencies) {
            byAgency.put(agency.code(), new EnumMap<>(Group.class));
            if (!agency.hasList()) {
                withoutList.add(agency.code());
            }
        }
        Map<String, Group> groups = new HashMap<>();
        mandate.types().forEach(t -> groups.put(t.code(), t.group()));
        for (Tally tally : book.tallies()) {
            byObligation.merge(tally.obligation(), Sum.of(tally), Sum::plus);
            Group group = groups.get(tally.type());
            if (group != null) {
                byGroupOf
                        .computeIfAbsent(tally.obligation(), o -> new EnumMap<>(Group.class))
                        .merge(group, Sum.of(tally), Sum::plus);
            }
            if (group != null && tally.obligation().equals(Mandate.ALL)) {
                byAgency.computeIfAbsent(tally.agency(), a -> new EnumMap<>(Group.class))
                        .merge(group, Sum.of(tally), Sum::plus);
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
        Map<Group, Sum> owing = byGroupOf.getOrDefault(Mandate.ALL, Map.of());
        return byGroup.values().stream()
                .map(p -> {
                    Share people = new Share(p.headcount(), p.headcount(), p.following());
                    return new Page.Group(
                            words.text("group." + p.group()),
                            people.shown(words, p.headcount()),
                            people.shown(words, p.counted()),
                            p.counted() == 0 && p.headcount() > 0
                                    ? words.text("unknown")
                                    : words.text("counted.following", people.shown(words, p.following())),
                            rate(owing, p.group()));
                })
                .toList();
    }

    /** The rate of one agency's group, as it may be shown. */
    String rate(String agency, Group group) {
        Sum sum = byAgency.getOrDefault(agency, Map.of()).getOrDefault(group, Sum.NONE);
        return isSilent(agency, sum) ? words.text("unknown") : sum.rate(words);
    }

    /** An agency's people of both groups, unless beside one group the other would be told. */
    Page.Figures figures(String agency) {
        Sum sum = agencySums.getOrDefault(agency, Sum.NONE);
        Share share = sum.share();
        if (!share.suppressed() && isTold(agency)) {
            String withheld = words.text("withheld");
            String rate = isSilent(agency, sum) ? words.text("unknown") : withheld;
            return new Page.Figures(rate, withheld, withheld, withheld, withheld, withheld, !sum.isUnknown());
        }
        return new Page.Figures(
                isSilent(agency, sum) ? words.text("unknown") : sum.rate(words),
                share.shown(words, sum.due()),
                sum.shown(words, sum.met()),
                sum.shown(words, sum.unverified()),
                sum.shown(words, sum.notMet()),
                share.shown(words, sum.notReported()),
                !sum.isUnknown());
    }

    List<Page.Segment> bar(String agency) {
        return isTold(agency)
                ? List.of()
                : agencySums.getOrDefault(agency, Sum.NONE).bar();
    }

    private boolean isTold(String agency) {
        Map<Group, Sum> groups = byAgency.getOrDefault(agency, Map.of());
        return Share.isTold(
                groups.getOrDefault(Group.ASN, Sum.NONE).share(),
                groups.getOrDefault(Group.TENAGA_KONTRAK, Sum.NONE).share());
    }

    /** Of an agency without a list its state tells already that nothing is known, however few its people are. */
    private boolean isSilent(String agency, Sum people) {
        return withoutList.contains(agency) && people.due() > 0;
    }

    /** The rate of a group over all agencies. Where the other one is small, the whole would tell it beside this one. */
    private String rate(Map<Group, Sum> groups, Group group) {
        Sum sum = groups.getOrDefault(group, Sum.NONE);
        boolean isTold = groups.values().stream().map(Sum::share).anyMatch(Share::suppressed);
        return isTold && !sum.share().suppressed() && sum.due() > 0 ? words.text("withheld") : sum.rate(words);
    }

    private Page.Obligation row(String label, boolean voluntary, boolean all, String id) {
        Sum sum = byObligation.getOrDefault(id, Sum.NONE);
        Share share = sum.share();
        return new Page.Obligation(
                label,
                voluntary,
                all,
                sum.rate(words),
                share.shown(words, sum.due()),
                sum.shown(words, sum.met()),
                sum.shown(words, sum.unverified()),
                sum.shown(words, sum.notMet()),
                share.shown(words, sum.notReported()),
                share.shown(words, sum.exempt()),
                sum.counts() && !sum.isUnknown()
                        ? share.suppressed() ? words.text("suppressed") : words.number(sum.total())
                        : "",
                rate(byGroupOf.getOrDefault(id, Map.of()), Group.ASN),
                rate(byGroupOf.getOrDefault(id, Map.of()), Group.TENAGA_KONTRAK),
                share.suppressed() ? List.of() : sum.bar(),
                !sum.isUnknown());
    }

    private static Presence plus(Presence a, Presence b) {
        return new Presence(
                "", a.group(), a.headcount() + b.headcount(), a.counted() + b.counted(), a.following() + b.following());
    }
}
