package id.rekap.reconcile;

import id.rekap.intake.ListsInForce;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The lists of every agency that held on the days from one to another, as it is known on the last of them: what was withdrawn
 * by then was never there. Only submissions of these days are read, and the last one before.
 */
final class ListChains {
    private static final String SINCE = """
            select s.agency, s.received_on, s.batch, s.row_count, s.submission_id, s.in_force_from
            from (select distinct code from agency) a
            join submission s force index (submission_in_force)
              on s.mandate = ? and s.agency = a.code and s.in_force_from > ? and s.in_force_from <= ?
            where s.received_on <= ? and %1$s
            union
            select s.agency, s.received_on, s.batch, s.row_count, s.submission_id, s.in_force_from
            from (
              select a.code, (
                select x.in_force_from from submission x force index (submission_in_force)
                where x.mandate = ? and x.agency = a.code and x.in_force_from <= ? and %2$s
                order by x.mandate desc, x.agency desc, x.in_force_from desc limit 1) as since
              from (select distinct code from agency) a) n
            join submission s force index (submission_in_force)
              on s.mandate = ? and s.agency = n.code and s.in_force_from = n.since
            where %1$s
            order by agency, in_force_from, received_on, batch""".formatted(ListsInForce.stands("s"), ListsInForce.stands("x"));

    private final Map<String, NavigableMap<LocalDate, NightSubmissions.Key>> lists;
    private final LocalDate from;

    private ListChains(Map<String, NavigableMap<LocalDate, NightSubmissions.Key>> lists, LocalDate from) {
        this.lists = lists;
        this.from = from;
    }

    static ListChains between(LocalDate from, LocalDate to, String mandate, JdbcTemplate jdbc) {
        Map<String, NavigableMap<LocalDate, NightSubmissions.Key>> lists = new HashMap<>();
        jdbc.query(
                SINCE,
                r -> {
                    // of several from the same day the last counts
                    lists.computeIfAbsent(r.getString("agency"), a -> new TreeMap<>())
                            .put(
                                    r.getObject("in_force_from", LocalDate.class),
                                    new NightSubmissions.Key(
                                            r.getObject("received_on", LocalDate.class),
                                            r.getInt("batch"),
                                            r.getString("submission_id"),
                                            r.getInt("row_count")));
                },
                mandate,
                from,
                to,
                to,
                to,
                mandate,
                from,
                to,
                mandate,
                to);
        return new ListChains(lists, from);
    }

    /** An agency's, the oldest first; nothing where it had none on the first day. */
    Optional<List<NightSubmissions.Key>> of(String agency) {
        NavigableMap<LocalDate, NightSubmissions.Key> own = lists.get(agency);
        return own == null || own.floorKey(from) == null
                ? Optional.empty()
                : Optional.of(new ArrayList<>(own.values()));
    }
}
