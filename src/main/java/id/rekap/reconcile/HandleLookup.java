package id.rekap.reconcile;

import id.rekap.evidence.FollowerAnswers.Looked;
import id.rekap.evidence.FollowerNames;
import id.rekap.intake.ListPages;
import id.rekap.intake.ListRow;
import id.rekap.intake.Submissions.Place;
import id.rekap.mandate.Mandate;
import id.rekap.register.People;
import id.rekap.register.Person;
import id.rekap.value.Answer;
import id.rekap.value.ReadAs;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks the handles that a night's counted rows claim up among the followers of an account. */
public final class HandleLookup {
    private static final int AGENCIES_AT_ONCE = 16;
    private static final int ROWS_AT_ONCE = 8_000;
    private static final int FEW = 200;

    private final JdbcTemplate jdbc;
    private final Mandate mandate;
    private final RunRef run;
    private final JudgedLists lists;
    private final People people;
    private final Set<String> lost;

    /** By agency: its list in force and the positions of rows that claim a handle. */
    private final Map<String, Claimed> claimed = new LinkedHashMap<>();

    private record Claimed(Place place, BitSet positions) {}

    /** @param lost rows that another agency's row has won against, see {@link #row} */
    HandleLookup(JdbcTemplate jdbc, Mandate mandate, RunRef run, Map<String, NightRow> night, Set<String> lost) {
        this.jdbc = jdbc;
        this.mandate = mandate;
        this.run = run;
        this.lists = new JudgedLists(jdbc, mandate, run.date());
        this.people = new People(jdbc);
        this.lost = lost;
        jdbc.query(
                """
                select n.agency, o.claims from night n join outcome o on o.run_id = n.outcome_run and o.agency = n.agency
                where n.run_id = ? and length(o.claims) > 0 order by n.agency""",
                r -> {
                    NightRow row = night.get(r.getString(1));
                    if (row != null && row.hasList()) {
                        claimed.put(row.agency(), new Claimed(row.place(), positions(r.getBytes(2))));
                    }
                },
                run.id());
    }

    static String row(String agency, String no) {
        return agency + "\u0000" + no;
    }

    private static BitSet positions(byte[] packed) {
        BitSet positions = new BitSet();
        ByteBuffer buffer = ByteBuffer.wrap(packed);
        for (int at = 0; at < packed.length; at += ClaimedHandles.SIZE) {
            positions.set(buffer.getInt(at + Long.BYTES));
        }
        return positions;
    }

    /**
     * Whether each handle is found that has stood on its list since the export's day or before.
     *
     * @param exportedOn the day of the export
     */
    public List<Looked> in(FollowerNames names, LocalDate exportedOn) {
        Optional<Integer> handle = mandate.followHandle();
        if (handle.isEmpty()) {
            return List.of();
        }
        ListChains chains = ListChains.between(exportedOn, run.date(), mandate.id(), jdbc);
        List<Looked> all = new ArrayList<>();
        Map<String, List<Place>> some = new LinkedHashMap<>();
        int rows = 0;
        for (Map.Entry<String, Claimed> own : claimed.entrySet()) {
            Optional<List<NightSubmissions.Key>> held = chains.of(own.getKey());
            if (held.isEmpty()) {
                continue;
            }
            int more = own.getValue().positions().cardinality() * held.get().size();
            if (some.size() == AGENCIES_AT_ONCE || (rows + more > ROWS_AT_ONCE && !some.isEmpty())) {
                all.addAll(look(some, handle.get(), names));
                some.clear();
                rows = 0;
            }
            rows += more;
            some.put(own.getKey(), places(own.getKey(), held.get()));
        }
        all.addAll(look(some, handle.get(), names));
        return all;
    }

    private static List<Place> places(String agency, List<NightSubmissions.Key> keys) {
        return keys.stream()
                .map(key -> new Place(agency, key.receivedOn(), key.batch()))
                .toList();
    }

    /** A row's number and the handle that it claims. */
    private record Handle(String no, String name) {}

    private List<Looked> look(Map<String, List<Place>> held, int handle, FollowerNames names) {
        Set<Place> places = new HashSet<>();
        held.forEach((agency, own) -> {
            places.addAll(own);
            places.add(place(agency));
        });
        if (places.isEmpty()) {
            return List.of();
        }
        Map<Place, ListPages> read = lists.get(places);
        Map<String, List<Handle>> handles = new LinkedHashMap<>();
        Set<String> numbers = new HashSet<>();
        held.forEach((agency, own) -> {
            List<Handle> claims = claims(agency, read.getOrDefault(place(agency), ListPages.of(List.of())), handle);
            claims.forEach(claim -> numbers.add(claim.no()));
            handles.put(agency, claims);
            own.stream()
                    .filter(place -> !place.equals(place(agency)))
                    .forEach(place -> read.getOrDefault(place, ListPages.of(List.of()))
                            .rows()
                            .forEach(row -> numbers.add(row.no())));
        });
        Map<String, Person> known = people.byNumber(numbers, staff(held.keySet(), numbers), run.date());
        List<Looked> looked = new ArrayList<>();
        held.forEach((agency, own) -> {
            Place now = place(agency);
            List<Map<String, String>> before = own.stream()
                    .filter(place -> !place.equals(now))
                    .map(place -> HandleHistory.of(
                            read.getOrDefault(place, ListPages.of(List.of())).rows(),
                            handle,
                            no -> Optional.ofNullable(known.get(no)).map(Person::id)))
                    .toList();
            SortedMap<String, Boolean> found = new TreeMap<>();
            for (Handle claim : handles.getOrDefault(agency, List.of())) {
                Person person = known.get(claim.no());
                if (person != null
                        && !lost.contains(row(agency, person.no()))
                        && before.stream().allMatch(then -> claim.name().equals(then.get(person.id())))) {
                    found.put(person.id(), names.contains(claim.name()));
                }
            }
            if (!found.isEmpty()) {
                looked.add(new Looked(agency, now.receivedOn(), now.batch(), found));
            }
        });
        return looked;
    }

    /** Of agencies with many rows: a roster is read faster than each number is looked up. */
    private List<Person> staff(Set<String> agencies, Set<String> numbers) {
        return numbers.size() < FEW
                ? List.of()
                : people.rosters(agencies, run.date()).values().stream()
                        .flatMap(List::stream)
                        .toList();
    }

    private Place place(String agency) {
        Claimed own = claimed.get(agency);
        if (own == null) {
            throw new IllegalStateException("The agency " + agency + " claims nothing");
        }
        return own.place();
    }

    private List<Handle> claims(String agency, ListPages list, int handle) {
        Claimed own = claimed.get(agency);
        BitSet positions = own == null ? new BitSet() : own.positions();
        List<Handle> claims = new ArrayList<>();
        int position = 0;
        for (ListRow row : list.rows()) {
            if (positions.get(position++)) {
                String written = row.value(handle);
                Answer answer = Answer.handle(written == null ? "" : written);
                if (answer.as() == ReadAs.YES) {
                    claims.add(new Handle(row.no(), answer.value()));
                }
            }
        }
        return claims;
    }
}
