package id.rekap.reconcile;

import id.rekap.intake.ListPages;
import id.rekap.intake.ListRow;
import id.rekap.intake.Submissions.Place;
import id.rekap.mandate.Mandate;
import id.rekap.register.People;
import id.rekap.register.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** Prepares looking handles up: the lists in which they must have stood before are read, and whom they mean there. */
final class ListLookups {
    private final JudgedLists lists;
    private final People people;
    private final Mandate mandate;
    private final LocalDate date;

    ListLookups(JdbcTemplate jdbc, Mandate mandate, LocalDate date) {
        this.lists = new JudgedLists(jdbc, mandate, date);
        this.people = new People(jdbc);
        this.mandate = mandate;
        this.date = date;
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
        Set<Place> places = new LinkedHashSet<>();
        all.forEach(one -> one.exports().values().forEach(held -> places.addAll(others(one.list(), held))));
        Map<Place, ListPages> read = places.isEmpty() ? Map.of() : lists.get(places);
        Map<String, ListLookup> lookups = new HashMap<>();
        for (Of one : all) {
            lookups.put(one.list().agency(), of(one, read));
        }
        return lookups;
    }

    private ListLookup of(Of one, Map<Place, ListPages> read) {
        Set<Place> places = new LinkedHashSet<>();
        one.exports().values().forEach(held -> places.addAll(others(one.list(), held)));
        Map<Place, Map<String, String>> handles = handles(one, places, read);
        List<ListLookup.In> exports = new ArrayList<>();
        one.exports().forEach((export, held) -> {
            List<Map<String, String>> before =
                    others(one.list(), held).stream().map(handles::get).toList();
            exports.add(new ListLookup.In(export, othersOf(one.list(), held), before));
        });
        return new ListLookup(exports);
    }

    private Map<Place, Map<String, String>> handles(Of one, Set<Place> places, Map<Place, ListPages> read) {
        Map<Place, Map<String, String>> handles = new HashMap<>();
        Optional<Integer> handle = mandate.followHandle();
        if (places.isEmpty() || handle.isEmpty()) {
            return handles;
        }
        Set<String> numbers = new HashSet<>();
        places.forEach(place -> list(read, place).rows().forEach(row -> add(numbers, row)));
        Map<String, Person> known = people.byNumber(numbers, one.staff(), date);
        Function<String, Optional<String>> whose =
                no -> Optional.ofNullable(known.get(no)).map(Person::id);
        places.forEach(place ->
                handles.put(place, HandleHistory.of(list(read, place).rows(), handle.get(), whose)));
        return handles;
    }

    private static void add(Set<String> numbers, ListRow row) {
        if (row.hasNumber()) {
            numbers.add(row.no());
        }
    }

    private static ListPages list(Map<Place, ListPages> read, Place place) {
        return read.getOrDefault(place, ListPages.of(List.of()));
    }

    /** Of lists that held, all but this one. */
    static List<NightSubmissions.Key> othersOf(Place list, List<NightSubmissions.Key> held) {
        return held.stream()
                .filter(key -> !place(list.agency(), key).equals(list))
                .toList();
    }

    private static List<Place> others(Place list, List<NightSubmissions.Key> held) {
        return othersOf(list, held).stream()
                .map(key -> place(list.agency(), key))
                .toList();
    }

    private static Place place(String agency, NightSubmissions.Key key) {
        return new Place(agency, key.receivedOn(), key.batch());
    }
}
