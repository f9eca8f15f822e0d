package id.rekap.reconcile;

import id.rekap.database.Marks;
import id.rekap.database.ServerPrepared;
import id.rekap.intake.ListPages;
import id.rekap.intake.ListRow;
import id.rekap.intake.Submissions.Place;
import id.rekap.mandate.Mandate;
import id.rekap.register.People;
import id.rekap.register.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks up which handles stood in lists that have held. What lists say is kept in {@code handle_history} with the last one, so that
 * each is read once; corrected ones are read anew, since the register says which rows their corrections replace.
 */
final class HandleHistories {
    private final JdbcTemplate jdbc;
    private final JudgedLists lists;
    private final People people;
    private final Mandate mandate;
    private final LocalDate date;

    HandleHistories(JdbcTemplate jdbc, Mandate mandate, LocalDate date) {
        this.jdbc = jdbc;
        this.lists = new JudgedLists(jdbc, mandate, date);
        this.people = new People(jdbc);
        this.mandate = mandate;
        this.date = date;
    }

    /** The list that is judged, beside which the others are held. */
    record Own(Place place, ListPages list, boolean isCorrected) {}

    /**
     * What is asked of an agency.
     *
     * @param lists that have held, the one that is judged not among them
     * @param staff whom most of their rows mean
     */
    record Of(
            String agency,
            Collection<Place> lists,
            @Nullable Own own,
            Collection<Person> staff) {}

    /**
     * What is known of an agency's lists.
     *
     * @param kept is to be kept from now on; null where it is, or cannot be
     */
    record Known(HandlesHeld held, @Nullable HandleHistory kept) {}

    /** By agency; nothing of those whose lists are none. */
    Map<String, Known> of(Collection<Of> all) {
        List<Of> asked = mandate.followHandle().isEmpty()
                ? List.of()
                : all.stream().filter(one -> !one.lists().isEmpty()).toList();
        Map<String, HandleHistory> kept = kept(asked);
        Set<Place> missing = new LinkedHashSet<>();
        for (Of one : asked) {
            missing.addAll(one.lists());
            kept.getOrDefault(one.agency(), HandleHistory.NONE).lists().forEach(missing::remove);
        }
        Map<Place, JudgedLists.Judged> read = lists.judged(missing);
        Map<String, Known> known = new HashMap<>();
        for (Of one : asked) {
            known.put(one.agency(), known(one, kept.getOrDefault(one.agency(), HandleHistory.NONE), read));
        }
        return known;
    }

    private Known known(Of one, HandleHistory kept, Map<Place, JudgedLists.Judged> read) {
        int handle = mandate.followHandle().orElseThrow();
        HandleHistory history = kept;
        Map<Place, ListPages> whole = new LinkedHashMap<>();
        Set<Place> places = new LinkedHashSet<>(one.lists());
        for (Place list : one.lists()) {
            JudgedLists.Judged judged = read.get(list);
            if (judged != null && judged.isCorrected()) {
                whole.put(list, judged.list());
            } else if (judged != null) {
                history = history.with(list, HandleHistory.of(judged.list().rows(), handle), history.lists());
            }
        }
        Own own = one.own();
        boolean isNew = own != null && !own.isCorrected() && !history.lists().contains(own.place());
        if (own != null) {
            places.add(own.place());
        }
        if (own != null && own.isCorrected()) {
            whole.put(own.place(), own.list());
        } else if (own != null && isNew) {
            history = history.with(own.place(), HandleHistory.of(own.list().rows(), handle), one.lists());
        }
        Function<String, Optional<String>> person = whose(one, history, whole.values());
        HandlesHeld held = new HandlesHeld(history, person);
        whole.putAll(lists.get(held.unsure(places)));
        whole.forEach((list, pages) -> held.read(list, pages.rows(), handle, person));
        return new Known(held, isNew && history.isKept() ? history : null);
    }

    /** Somebody may stand in a list under a former number. */
    private Function<String, Optional<String>> whose(Of one, HandleHistory history, Collection<ListPages> whole) {
        Set<String> numbers = new HashSet<>(history.numbers());
        for (ListPages list : whole) {
            for (ListRow row : list.rows()) {
                if (row.hasNumber()) {
                    numbers.add(row.no());
                }
            }
        }
        Map<String, Person> known = people.byNumber(numbers, one.staff(), date);
        return no -> Optional.ofNullable(known.get(no)).map(Person::id);
    }

    private Map<String, HandleHistory> kept(List<Of> asked) {
        Map<String, HandleHistory> kept = new HashMap<>();
        if (asked.isEmpty()) {
            return kept;
        }
        List<Object> arguments = new ArrayList<>(List.of(mandate.id(), mandate.version()));
        asked.forEach(one -> arguments.add(one.agency()));
        jdbc.query(
                "select agency, lists, body from handle_history where mandate = ? and mandate_version = ? and agency in (%s)"
                        .formatted(Marks.of(asked)),
                r -> {
                    String agency = r.getString(1);
                    kept.put(agency, HandleHistory.of(places(agency, r.getString(2)), r.getBytes(3)));
                },
                arguments.toArray());
        return kept;
    }

    private static List<Place> places(String agency, String lists) {
        return Arrays.stream(lists.split(" ", -1))
                .map(list -> list.split("/", 2))
                .map(list -> new Place(agency, LocalDate.parse(list[0]), Integer.parseInt(list[1])))
                .toList();
    }

    /** Keeps what lists said by now, where that is to be kept; in the caller's transaction. */
    static void keep(RunRef run, List<? extends AgencyOutcome> reconciled, JdbcTemplate jdbc) {
        List<Object[]> rows = new ArrayList<>();
        for (AgencyOutcome one : reconciled) {
            HandleHistory history = one.history();
            if (history != null) {
                rows.add(new Object[] {
                    run.mandate(),
                    one.input().agency(),
                    one.input().rules().mandate(),
                    history.last(),
                    lists(history),
                    history.body()
                });
            }
        }
        ServerPrepared.insert(
                jdbc,
                "replace into handle_history (mandate, agency, mandate_version, received_on, lists, body) values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static String lists(HandleHistory history) {
        return history.lists().stream()
                .map(list -> list.receivedOn() + "/" + list.batch())
                .collect(Collectors.joining(" "));
    }
}
