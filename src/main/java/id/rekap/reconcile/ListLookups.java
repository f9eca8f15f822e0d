package id.rekap.reconcile;

import id.rekap.intake.Submissions.Place;
import id.rekap.register.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prepares looking handles up: in which lists they must have stood before, and for whom they stood there. */
final class ListLookups {
    private final HandleHistories histories;

    ListLookups(HandleHistories histories) {
        this.histories = histories;
    }

    /**
     * An agency's list that is looked up.
     *
     * @param exports with the lists that held since the day of each, itself perhaps among them
     * @param staff whom most of its rows mean
     */
    record Of(Place list, Map<FollowersArrived, List<NightSubmissions.Key>> exports, Collection<Person> staff) {}

    /** By agency. */
    Map<String, ListLookup> of(Collection<Of> all) {
        Map<String, HandleHistories.Known> known = histories.of(all.stream()
                .map(one -> new HandleHistories.Of(one.list().agency(), places(one), null, one.staff()))
                .toList());
        Map<String, ListLookup> lookups = new HashMap<>();
        for (Of one : all) {
            String agency = one.list().agency();
            HandleHistories.Known own = known.get(agency);
            List<ListLookup.In> exports = new ArrayList<>();
            one.exports()
                    .forEach((export, held) -> exports.add(new ListLookup.In(
                            export,
                            othersOf(one.list(), held),
                            places(agency, othersOf(one.list(), held)),
                            own == null ? null : own.held())));
            lookups.put(agency, new ListLookup(exports));
        }
        return lookups;
    }

    private static Set<Place> places(Of one) {
        Set<Place> places = new LinkedHashSet<>();
        one.exports().values().forEach(held -> places.addAll(places(one.list().agency(), othersOf(one.list(), held))));
        return places;
    }

    /** Of lists that held, all but this one. */
    static List<NightSubmissions.Key> othersOf(Place list, List<NightSubmissions.Key> held) {
        return held.stream().filter(key -> !key.of(list.agency()).equals(list)).toList();
    }

    static List<Place> places(String agency, List<NightSubmissions.Key> keys) {
        return keys.stream().map(key -> key.of(agency)).toList();
    }
}
