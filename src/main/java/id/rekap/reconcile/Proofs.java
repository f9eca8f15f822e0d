package id.rekap.reconcile;

import id.rekap.evidence.FollowerAnswers;
import id.rekap.intake.ListPages;
import id.rekap.intake.Submissions.Place;
import id.rekap.mandate.Mandate;
import id.rekap.register.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** What exports prove of the people on lists: loaded, and only of handles that stand there without a break. */
final class Proofs {
    private final FollowerAnswers answers;
    private final HandleHistories histories;
    private final LookedAhead ahead;
    private final ListLookups lookups;

    /** @param ahead exports that come while the lists are judged */
    Proofs(JdbcTemplate jdbc, Mandate mandate, LocalDate date, LookedAhead ahead) {
        this.ahead = ahead;
        this.histories = new HandleHistories(jdbc, mandate, date);
        this.lookups = new ListLookups(histories);
        this.answers = new FollowerAnswers(jdbc, mandate.id());
    }

    /**
     * The reference to what is proven of an agency's list, and that list.
     *
     * @param isCorrected what is left of it hangs on the register
     * @param staff whom most of its rows mean
     */
    record Of(
            Place place,
            SortedMap<String, Proof> proofs,
            ListPages list,
            boolean isCorrected,
            Collection<Person> staff) {
        String agency() {
            return place.agency();
        }
    }

    /** Of lists, by agency. */
    Map<String, Evidence> load(List<Of> all) {
        Map<String, Evidence> evidence = stored(all.stream()
                .map(one -> new Of(one.place(), ahead.others(one.proofs()), one.list(), one.isCorrected(), one.staff()))
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
        Map<String, HandleHistories.Known> known =
                histories.of(all.stream().map(Proofs::asked).toList());
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
            HandleHistories.Known own = known.get(one.agency());
            if (own != null) {
                keepUnbroken(one, own.held(), byAccount);
            }
            evidence.put(one.agency(), new Evidence(byAccount, ListLookup.NONE, own == null ? null : own.kept()));
        }
        return evidence;
    }

    private static HandleHistories.Of asked(Of one) {
        Set<Place> lists = new LinkedHashSet<>();
        one.proofs().values().forEach(proof -> lists.addAll(ListLookups.places(one.agency(), proof.lists())));
        return new HandleHistories.Of(
                one.agency(), lists, new HandleHistories.Own(one.place(), one.list(), one.isCorrected()), one.staff());
    }

    private static void keepUnbroken(Of one, HandlesHeld held, Map<String, Map<String, Boolean>> byAccount) {
        one.proofs().forEach((account, proof) -> {
            List<Place> lists = ListLookups.places(one.agency(), proof.lists());
            Map<String, Boolean> unbroken = new HashMap<>(byAccount.getOrDefault(account, Map.of()));
            unbroken.keySet().removeIf(id -> {
                String handle = held.in(one.place(), id);
                return handle == null || !held.held(id, handle, lists);
            });
            byAccount.put(account, unbroken);
        });
    }
}
