package id.rekap.report;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.Tally;
import id.rekap.report.page.Sum;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.AgencySummary;
import id.rekap.snapshot.Headline;
import id.rekap.snapshot.PublicationModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An agency's numbers on a night.
 *
 * @param obligations by id, {@code all} included
 * @param groups obligation {@code all} of each group
 * @param hasList a list speaks for it
 * @param first what is said first, of each group
 * @param trend obligation {@code all} and what is said first on the last published dates, oldest first and this night last
 */
record AgencyFigures(
        Map<String, Sum> obligations,
        Map<Group, Sum> groups,
        Map<Group, Headline> first,
        List<PublicationModel.Trend> trend,
        boolean hasList) {

    private static final int EARLIER_DATES = 14;
    private static final AgencyFigures NONE = empty(true);

    /** Of every agency that has people. */
    static Map<String, AgencyFigures> of(PublicationModel book, List<AgencyPosition> agencies) {
        Map<String, AgencyFigures> figures = new HashMap<>();
        Set<String> withoutList = agencies.stream()
                .filter(a -> !a.hasList())
                .map(AgencyPosition::code)
                .collect(Collectors.toSet());
        tonight(book, withoutList, figures);
        Map<LocalDate, String> rules = new HashMap<>();
        book.trend().forEach(night -> rules.put(night.date(), night.rules()));
        List<PublicationModel.Past> history = book.history();
        for (PublicationModel.Past past :
                history.subList(Math.max(0, history.size() - EARLIER_DATES), history.size())) {
            for (AgencySummary summary : past.summaries()) {
                AgencyFigures agency = figures.get(summary.agency());
                if (agency != null
                        && summary.asn().headcount() + summary.contract().headcount() > 0) {
                    agency.trend.add(new PublicationModel.Trend(
                            past.date(),
                            summary.due(),
                            summary.met(),
                            summary.known() || summary.due() == 0,
                            rules.getOrDefault(past.date(), ""),
                            summary.headline()));
                }
            }
        }
        figures.values()
                .forEach(agency -> agency.trend.add(new PublicationModel.Trend(
                        book.date(),
                        agency.all().due(),
                        agency.all().met(),
                        agency.isKnown(agency.all()),
                        rules.getOrDefault(book.date(), ""),
                        agency.headline())));
        return figures;
    }

    /** What is said first; without a list nobody's position is known. */
    Headline headline() {
        return first.values().stream().reduce(Headline.NONE, Headline::plus).given(hasList);
    }

    private static void tonight(PublicationModel book, Set<String> withoutList, Map<String, AgencyFigures> figures) {
        Map<String, Group> ofType = new HashMap<>();
        book.mandate().types().forEach(t -> ofType.put(t.code(), t.group()));
        for (Tally tally : book.tallies()) {
            AgencyFigures agency = figures.computeIfAbsent(tally.agency(), a -> empty(!withoutList.contains(a)));
            agency.obligations.merge(tally.obligation(), Sum.of(tally), Sum::plus);
            Group group = ofType.get(tally.type());
            if (group != null && tally.obligation().equals(Mandate.ALL)) {
                agency.groups.merge(group, Sum.of(tally), Sum::plus);
            }
        }
        Headline.of(book)
                .forEach((code, groups) -> figures.computeIfAbsent(code, a -> empty(!withoutList.contains(a)))
                        .first
                        .putAll(groups));
    }

    static AgencyFigures in(Map<String, AgencyFigures> figures, String agency) {
        return figures.getOrDefault(agency, NONE);
    }

    /**
     * Whether a rate of these people means anything: without a list nobody's position is known, nor where none of them is
     * reported.
     */
    boolean isKnown(Sum people) {
        return people.due() == 0 || (hasList && !people.isUnknown());
    }

    Sum all() {
        return obligation(Mandate.ALL);
    }

    Sum obligation(String id) {
        return obligations.getOrDefault(id, Sum.NONE);
    }

    private static AgencyFigures empty(boolean hasList) {
        return new AgencyFigures(
                new HashMap<>(), new EnumMap<>(Group.class), new EnumMap<>(Group.class), new ArrayList<>(), hasList);
    }
}
