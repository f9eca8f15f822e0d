package id.rekap.report.page;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.reconcile.Tally;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.AgencySummary;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.PublicationModel.Past;
import id.rekap.snapshot.Suppressed;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A night's tallies added up for everything that circulates, with what of them may be shown. */
public final class Figures {
    private final List<String> obligations = new ArrayList<>(List.of(Mandate.ALL));
    private final Map<String, Sum> wholes = new HashMap<>();
    private final Map<String, Map<Group, Sum>> groups = new HashMap<>();
    private final Map<Cell, Sum> cells = new HashMap<>();
    private final Map<String, Map<Group, Headline>> headlines;
    private final String headlineOf;
    private final Suppression suppression;

    /** Whether a number may be shown, and why not. */
    public enum Shown {
        YES,
        TOO_FEW,
        /** Beside the other numbers it would tell of too few. */
        WITHHELD;

        String or(Wording words, String number) {
            return switch (this) {
                case YES -> number;
                case TOO_FEW -> words.text("suppressed");
                case WITHHELD -> words.text("withheld");
            };
        }
    }

    private record Cell(String agency, Group group, String obligation) {}

    private Figures(PublicationModel book) {
        Mandate mandate = book.mandate();
        mandate.obligations().stream().map(Obligation::id).forEach(obligations::add);
        this.headlines = Headline.of(book);
        // who follow are people of the register, whatever they owe
        this.headlineOf =
                mandate.isHeadlineFollowing() ? Mandate.ALL : mandate.headline().get(0);
        Map<String, Group> ofType = new HashMap<>();
        mandate.types().forEach(t -> ofType.put(t.code(), t.group()));
        Set<String> agencies = new TreeSet<>();
        Set<String> listed = new HashSet<>();
        for (AgencyPosition agency : book.agencies()) {
            agencies.add(agency.code());
            if (agency.hasList()) {
                listed.add(agency.code());
            }
        }
        Map<String, Map<Group, Integer>> rows = new HashMap<>();
        book.presences()
                .forEach(p -> rows.computeIfAbsent(p.agency(), a -> new EnumMap<>(Group.class))
                        .merge(p.group(), p.counted(), Integer::sum));
        for (Tally tally : book.tallies()) {
            Group group = ofType.getOrDefault(tally.type(), Group.ASN);
            Sum sum = Sum.of(tally);
            agencies.add(tally.agency());
            wholes.merge(tally.obligation(), sum, Sum::plus);
            groups.computeIfAbsent(tally.obligation(), o -> new EnumMap<>(Group.class))
                    .merge(group, sum, Sum::plus);
            cells.merge(new Cell(tally.agency(), group, tally.obligation()), sum, Sum::plus);
        }
        Set<Split> splits = new HashSet<>();
        for (String agency : agencies) {
            Map<Group, Integer> own = rows.getOrDefault(agency, Map.of());
            splits.add(new Split(
                    agency,
                    !listed.contains(agency),
                    part(agency, Group.ASN, own),
                    part(agency, Group.TENAGA_KONTRAK, own)));
        }
        this.suppression = Suppression.of(splits, book.suppressed(), lately(book.history()));
    }

    private static Suppressed lately(List<Past> history) {
        return history.isEmpty()
                ? Suppressed.NONE
                : history.get(history.size() - 1).suppressed();
    }

    public static Figures of(PublicationModel book) {
        return new Figures(book);
    }

    private Split.Part part(String agency, Group group, Map<Group, Integer> rows) {
        Set<String> owed = obligations.stream()
                .filter(o -> cell(agency, group, o).due() > 0)
                .collect(Collectors.toSet());
        Set<String> few = owed.stream()
                .filter(o -> Share.isSmall(cell(agency, group, o).due()))
                .collect(Collectors.toSet());
        return new Split.Part(
                cell(agency, group, Mandate.ALL), rows.getOrDefault(group, 0), headline(agency, group), few, owed);
    }

    /** {@code all} first, then in the mandate's order. */
    public List<String> obligations() {
        return obligations;
    }

    public Sum whole(String obligation) {
        return wholes.getOrDefault(obligation, Sum.NONE);
    }

    /** A group over all agencies. */
    public Sum group(Group group, String obligation) {
        return groups.getOrDefault(obligation, Map.of()).getOrDefault(group, Sum.NONE);
    }

    public Sum cell(String agency, Group group, String obligation) {
        return cells.getOrDefault(new Cell(agency, group, obligation), Sum.NONE);
    }

    /** Obligation {@code all} of an agency. */
    public Sum agency(String code) {
        return cell(code, Group.ASN, Mandate.ALL).plus(cell(code, Group.TENAGA_KONTRAK, Mandate.ALL));
    }

    /** What is said first, of everybody. */
    public Headline headline() {
        return Headline.sum(headlines.values());
    }

    /** What is said first, of a group over all agencies. */
    public Headline headline(Group group) {
        return headlines.values().stream()
                .map(groups -> groups.getOrDefault(group, Headline.NONE))
                .reduce(Headline.NONE, Headline::plus);
    }

    /** The same of an agency. */
    Headline headline(String agency) {
        return headlines.getOrDefault(agency, Map.of()).values().stream().reduce(Headline.NONE, Headline::plus);
    }

    Headline headline(String agency, Group group) {
        return headlines.getOrDefault(agency, Map.of()).getOrDefault(group, Headline.NONE);
    }

    /** What is said first of an agency's people, as far as its list says it. */
    public Headline headline(AgencyPosition agency) {
        return owesNothing(agency.code())
                ? Headline.NONE
                : headline(agency.code()).given(agency.hasList());
    }

    public Shown shownHeadline(AgencyPosition agency) {
        Shown people = shownAgency(agency.code());
        return people == Shown.YES && HeadlineWords.share(headline(agency)).suppressed() ? Shown.WITHHELD : people;
    }

    public Shown shownHeadline() {
        Headline all = headline();
        return HeadlineWords.share(all).suppressed() ? suppression.hidden(sum(all)) : Shown.YES;
    }

    public Shown shownHeadline(Group group) {
        return shown(group, headlineOf);
    }

    private static Sum sum(Headline headline) {
        return new Sum(headline.of(), 0, headline.met(), 0, 0, 0, false, 0);
    }

    public Shown shown(String obligation) {
        Sum sum = whole(obligation);
        return sum.share().suppressed() ? suppression.hidden(sum) : Shown.YES;
    }

    /** Whether a group may be shown beside everybody. */
    public Shown shown(Group group, String obligation) {
        return suppression.closesGroups() || areGroupsTold(obligation)
                ? suppression.hidden(group(group, obligation))
                : Shown.YES;
    }

    /** Whether an agency's sum may be shown, and its people, rows and exceptions. */
    public Shown shownAgency(String code) {
        return suppression.shown(code);
    }

    /** Whether an agency has people who all are exempt, as far as that may be told. */
    boolean owesNothing(String code) {
        Sum sum = agency(code);
        return sum.headcount() > 0 && sum.due() == 0 && shownAgency(code) == Shown.YES;
    }

    /** Whether an agency's group may be shown. */
    public Shown shownCell(String code, Group group) {
        return suppression.joins(code) ? suppression.hidden(cell(code, group, Mandate.ALL)) : shownAgency(code);
    }

    /** Whether an agency is told with each of its groups, so that sums over them tell nothing more. */
    boolean tellsGroups(String code) {
        return shownAgency(code) == Shown.YES
                && Stream.of(Group.values()).allMatch(group -> shownCell(code, group) == Shown.YES);
    }

    /** An obligation of an agency, as far as each of its groups is told. */
    Shown shown(String code, Sum sum) {
        Shown whole = shownAgency(code);
        return whole != Shown.YES || (tellsGroups(code) && !sum.share().suppressed()) ? whole : Shown.WITHHELD;
    }

    /** Whether an agency and its parts are hidden altogether, so that nothing tells which of them it has. */
    public boolean closes(String code) {
        return suppression.closes(code);
    }

    /** Whether an agency's sum of an earlier night may be shown beside tonight's. */
    Shown past(Past night, AgencySummary then) {
        Suppressed hidden = night.suppressed();
        if (hidden.closes(then.agency())) {
            return hidden.tellsFew() && Share.isSmall(then.headcount()) ? Shown.TOO_FEW : Shown.WITHHELD;
        }
        return closes(then.agency()) ? Shown.WITHHELD : Shown.YES;
    }

    /** What is hidden. */
    public Suppressed suppressed() {
        return suppression.suppressed();
    }

    /** Everybody less the one group would be the other. */
    private boolean areGroupsTold(String obligation) {
        return groups.getOrDefault(obligation, Map.of()).values().stream()
                .anyMatch(sum -> sum.share().suppressed());
    }
}
