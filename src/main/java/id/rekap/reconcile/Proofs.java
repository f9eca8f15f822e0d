package id.rekap.reconcile;

import id.rekap.evidence.FollowerAnswers;
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
import java.util.SortedMap;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** What exports prove of the people on lists: loaded, and only of handles that stand there without a break. */
final class Proofs {
    private final FollowerAnswers answers;
    private final JudgedLists lists;
    private final People people;
    private final Mandate mandate;
    private final LocalDate date;
    private final LookedAhead ahead;
    private final ListLookups lookups;

    /** @param ahead exports that come while the lists are judged */
    Proofs(JdbcTemplate jdbc, Mandate mandate, LocalDate date, LookedAhead ahead) {
        this.ahead = ahead;
        this.lookups = new ListLookups(jdbc, mandate, date);
        this.answers = new FollowerAnswers(jdbc, mandate.id());
        this.lists = new JudgedLists(jdbc, mandate, date);
        this.people = new People(jdbc);
        this.mandate = mandate;
        this.date = date;
    }

    /**
     * The reference to what is proven of an agency's list, and that list.
     *
     * @param staff whom most of its rows mean
     */
    record Of(Place place, SortedMap<String, Proof> proofs, ListPages list, Collection<Person> staff) {
        String agency() {
            return place.agency();
        }
    }

    /** Of lists, by agency. */
    Map<String, Evidence> load(List<Of> all) {
        Map<String, Evidence> evidence = stored(all.stream()
                .map(one -> new Of(one.place(), ahead.others(one.proofs()), one.list(), one.staff()))
                .toList());
        lookups.of(all.stream()
                        .map(one -> new ListLookups.Of(one.place(), ahead.of(one.agency()), one.staff()))
                        .toList())
                .forEach((agency, lookup) -> evidence.computeIfPresent(agency, (a, stored) -> stored.with(lookup)));
        return evidence;
    }

    private Map<String, Evidence> stored(List<Of> all) {
        List<FollowerAnswers.Wanted> wanted = new ArrayList<>();
        for (Of one : all) {
            one.proofs()
                    .forEach((account, proof) ->
                            wanted.add(new FollowerAnswers.Wanted(one.agency(), account, proof.answers())));
        }
        Map<FollowerAnswers.Wanted, Map<String, Boolean>> found = answers.found(wanted);
        Map<String, Evidence> evidence = new HashMap<>();
        for (Of one : all) {
            Map<String, Map<String, Boolean>> byAccount = new HashMap<>();
            one.proofs().forEach((account, proof) -> {
                Map<String, Boolean> own =
                        found.get(new FollowerAnswers.Wanted(one.agency(), account, proof.answers()));
                if (own == null) {
                    throw new IllegalStateException("Answers are referred to that are not there: of " + one.agency());
                }
                byAccount.put(account, own);
            });
            keepUnbroken(one, byAccount);
            evidence.put(one.agency(), new Evidence(byAccount));
        }
        return evidence;
    }

    private void keepUnbroken(Of one, Map<String, Map<String, Boolean>> byAccount) {
        Set<Place> places = new LinkedHashSet<>();
        one.proofs().values().forEach(proof -> places.addAll(places(one.agency(), proof.lists())));
        if (places.isEmpty() || mandate.followHandle().isEmpty()) {
            return;
        }
        int handle = mandate.followHandle().get();
        Map<Place, ListPages> others = lists.get(places);
        Function<String, Optional<String>> person = whose(one, others.values());
        Map<String, String> now = HandleHistory.of(one.list().rows(), handle, person);
        Map<Place, Map<String, String>> then = new HashMap<>();
        others.forEach((place, list) -> then.put(place, HandleHistory.of(list.rows(), handle, person)));
        one.proofs().forEach((account, proof) -> {
            Map<String, Boolean> unbroken = new HashMap<>(byAccount.getOrDefault(account, Map.of()));
            unbroken.keySet()
                    .removeIf(id -> !now.containsKey(id)
                            || places(one.agency(), proof.lists()).stream()
                                    .anyMatch(place -> !then.getOrDefault(place, Map.of())
                                            .getOrDefault(id, "")
                                            .equals(now.get(id))));
            byAccount.put(account, unbroken);
        });
    }

    private static List<Place> places(String agency, List<NightSubmissions.Key> keys) {
        return keys.stream()
                .map(key -> new Place(agency, key.receivedOn(), key.batch()))
                .toList();
    }

    /** Whom the numbers of these lists mean: somebody may stand in one under a former number. */
    private Function<String, Optional<String>> whose(Of one, Iterable<ListPages> others) {
        Set<String> numbers = new HashSet<>();
        one.list().rows().forEach(row -> add(numbers, row));
        others.forEach(other -> other.rows().forEach(row -> add(numbers, row)));
        Map<String, Person> known = people.byNumber(numbers, one.staff(), date);
        return no -> Optional.ofNullable(known.get(no)).map(Person::id);
    }

    private static void add(Set<String> numbers, ListRow row) {
        if (row.hasNumber()) {
            numbers.add(row.no());
        }
    }
}
