package id.rekap.reconcile;

import id.rekap.evidence.FollowerAnswers.Looked;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks the handles that a night's counted rows claim up among the followers of accounts. */
public final class HandleLookup {
    private static final int AGENCIES_AT_ONCE = 16;
    private static final int ROWS_AT_ONCE = 8_000;
    private static final int FEW = 200;

    private final JdbcTemplate jdbc;
    private final Mandate mandate;
    private final RunRef run;
    private final JudgedLists lists;
    private final ListLookups lookups;
    private final People people;
    private final Map<String, Set<String>> lost;

    /** By agency: its list in force and the positions of rows that claim a handle. */
    private final Map<String, Claimed> claimed = new LinkedHashMap<>();

    private record Claimed(Place place, BitSet positions) {}

    /** @param lost by agency, people whose rows have lost against another agency's */
    HandleLookup(
            JdbcTemplate jdbc,
            Mandate mandate,
            RunRef run,
            Map<String, NightRow> night,
            Map<String, Set<String>> lost) {
        this.jdbc = jdbc;
        this.mandate = mandate;
        this.run = run;
        this.lists = new JudgedLists(jdbc, mandate, run.date());
        this.lookups = new ListLookups(new HandleHistories(jdbc, mandate, run.date()));
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

    private static BitSet positions(byte[] packed) {
        BitSet positions = new BitSet();
        ByteBuffer buffer = ByteBuffer.wrap(packed);
        for (int at = 0; at < packed.length; at += ClaimedHandles.SIZE) {
            positions.set(buffer.getInt(at + Long.BYTES));
        }
        return positions;
    }

    /**
     * By account, whether each handle is found that has stood on its list since the export's day or before.
     *
     * @param exports of different accounts
     * @param ahead what was looked up while lists were judged
     */
    public Map<String, List<Looked>> in(Collection<FollowersArrived> exports, LookedAhead ahead) {
        Map<String, List<Looked>> all = new TreeMap<>();
        exports.forEach(export -> all.put(export.account(), new ArrayList<>()));
        if (mandate.followHandle().isEmpty()) {
            return all;
        }
        Map<LocalDate, ListChains> chains = new HashMap<>();
        exports.forEach(export ->
                chains.computeIfAbsent(export.day(), day -> ListChains.between(day, run.date(), mandate.id(), jdbc)));
        boolean isAhead = ahead.isOfRegister(run, jdbc);
        List<ListLookups.Of> some = new ArrayList<>();
        int rows = 0;
        for (Map.Entry<String, Claimed> own : claimed.entrySet()) {
            Place list = own.getValue().place();
            Map<FollowersArrived, List<NightSubmissions.Key>> open = new LinkedHashMap<>();
            int more = 0;
            for (FollowersArrived export : exports) {
                List<NightSubmissions.Key> held = Objects.requireNonNull(chains.get(export.day()))
                        .of(list.agency())
                        .orElse(List.of());
                if (held.isEmpty()) {
                    continue;
                }
                if (isAhead && ahead.holds(list, export, held, lostOf(list.agency()))) {
                    ahead.looked(list.agency(), export.account())
                            .ifPresent(looked -> add(all, export.account(), looked));
                } else {
                    open.put(export, held);
                    more = Math.max(more, own.getValue().positions().cardinality() * held.size());
                }
            }
            if (open.isEmpty()) {
                continue;
            }
            if (some.size() == AGENCIES_AT_ONCE || (rows + more > ROWS_AT_ONCE && !some.isEmpty())) {
                look(some, all);
                some.clear();
                rows = 0;
            }
            rows += more;
            some.add(new ListLookups.Of(list, open, List.of()));
        }
        look(some, all);
        return all;
    }

    private Set<String> lostOf(String agency) {
        return lost.getOrDefault(agency, Set.of());
    }

    private static void add(Map<String, List<Looked>> all, String account, Looked looked) {
        all.computeIfAbsent(account, a -> new ArrayList<>()).add(looked);
    }

    /** A row's number and the handle that it claims. */
    private record Handle(String no, String name) {}

    private void look(List<ListLookups.Of> some, Map<String, List<Looked>> all) {
        if (some.isEmpty()) {
            return;
        }
        Map<Place, ListPages> read =
                lists.get(some.stream().map(ListLookups.Of::list).toList());
        Map<String, List<Handle>> handles = new LinkedHashMap<>();
        Set<String> numbers = new HashSet<>();
        for (ListLookups.Of one : some) {
            List<Handle> claims = claims(one.list(), read.getOrDefault(one.list(), ListPages.of(List.of())));
            claims.forEach(claim -> numbers.add(claim.no()));
            handles.put(one.list().agency(), claims);
        }
        Map<String, List<Person>> rosters =
                numbers.size() < FEW ? Map.of() : people.rosters(handles.keySet(), run.date());
        Map<String, Person> known = people.byNumber(
                numbers, rosters.values().stream().flatMap(List::stream).toList(), run.date());
        Map<String, ListLookup> prepared = lookups.of(some.stream()
                .map(one -> new ListLookups.Of(
                        one.list(),
                        one.exports(),
                        rosters.getOrDefault(one.list().agency(), List.of())))
                .toList());
        for (ListLookups.Of one : some) {
            String agency = one.list().agency();
            ListLookup lookup = prepared.getOrDefault(agency, ListLookup.NONE);
            for (Handle claim : handles.getOrDefault(agency, List.of())) {
                Person person = known.get(claim.no());
                if (person != null && !lostOf(agency).contains(person.no())) {
                    lookup.claimed(person.id(), claim.name());
                }
            }
            lookup.looked(one.list()).forEach((account, looked) -> add(all, account, looked));
        }
    }

    private List<Handle> claims(Place place, ListPages list) {
        Claimed own = claimed.get(place.agency());
        BitSet positions = own == null ? new BitSet() : own.positions();
        int handle = mandate.followHandle().orElseThrow();
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
