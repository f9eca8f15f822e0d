package id.rekap.report;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import id.rekap.report.page.Sum;
import id.rekap.snapshot.NightBook;
import id.rekap.snapshot.Standing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An agency's numbers on a night.
 *
 * @param obligations by id, {@code all} included
 * @param groups obligation {@code all} of each group
 * @param presences of each group
 * @param trend obligation {@code all} on the last published dates, oldest first and this night last
 */
record AgencyFigures(
        Map<String, Sum> obligations,
        Map<Group, Sum> groups,
        Map<Group, Presence> presences,
        List<NightBook.Trend> trend) {

    private static final int EARLIER_DATES = 14;
    private static final AgencyFigures NONE = empty();

    /** Of every agency that has people. */
    static Map<String, AgencyFigures> of(NightBook book) {
        Map<String, AgencyFigures> figures = new HashMap<>();
        tonight(book, figures);
        List<NightBook.Past> history = book.history();
        for (NightBook.Past past : history.subList(Math.max(0, history.size() - EARLIER_DATES), history.size())) {
            for (Standing stood : past.standings()) {
                AgencyFigures agency = figures.get(stood.agency());
                if (agency != null && stood.asn().headcount() + stood.contract().headcount() > 0) {
                    agency.trend.add(new NightBook.Trend(
                            past.date(),
                            stood.asn().due() + stood.contract().due(),
                            stood.asn().met() + stood.contract().met()));
                }
            }
        }
        figures.values()
                .forEach(agency -> agency.trend.add(new NightBook.Trend(
                        book.date(), agency.all().due(), agency.all().met())));
        return figures;
    }

    private static void tonight(NightBook book, Map<String, AgencyFigures> figures) {
        Map<String, Group> groups = new HashMap<>();
        book.mandate().types().forEach(t -> groups.put(t.code(), t.group()));
        for (Tally tally : book.tallies()) {
            AgencyFigures agency = figures.computeIfAbsent(tally.agency(), a -> empty());
            agency.obligations.merge(tally.obligation(), Sum.of(tally), Sum::plus);
            Group group = groups.get(tally.type());
            if (group != null && tally.obligation().equals(Mandate.ALL)) {
                agency.groups.merge(group, Sum.of(tally), Sum::plus);
            }
        }
        for (Presence presence : book.presences()) {
            AgencyFigures agency = figures.get(presence.agency());
            if (agency != null) {
                agency.presences.put(presence.group(), presence);
            }
        }
    }

    static AgencyFigures in(Map<String, AgencyFigures> figures, String agency) {
        return figures.getOrDefault(agency, NONE);
    }

    Sum all() {
        return obligation(Mandate.ALL);
    }

    Sum obligation(String id) {
        return obligations.getOrDefault(id, Sum.NONE);
    }

    private static AgencyFigures empty() {
        return new AgencyFigures(
                new HashMap<>(), new EnumMap<>(Group.class), new EnumMap<>(Group.class), new ArrayList<>());
    }
}
