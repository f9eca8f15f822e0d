package id.rekap.reconcile;

import id.rekap.database.Marks;
import id.rekap.intake.ListsInForce;
import id.rekap.intake.Submissions.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What every agency's submissions amount to on a date: the list in force, one that is held, refusals still open.
 *
 * <p>Read is only what can matter, however many there are: what came on the date; of what came before, the list in force, the
 * last of each verdict (a held list waits until a later drop takes its place, whatever came between), and refusals since the
 * list in force, where the last one is still open.
 */
final class NightSubmissions {
    /** Light columns only: these are looked at for every agency, every night. */
    private static final String COLUMNS =
            "select straight_join s.agency, s.received_on, s.batch, s.verdict, s.decision, s.decided_on, s.row_count, s.submission_id, "
                    + ListsInForce.stands("s") + " as stands";

    /**
     * The one row is the last of an index only where it is named, the outer table is read first, and the order names all its
     * columns: otherwise the servers read and sort all that an agency has ever sent.
     */
    private static final String DECISIVE = """
            %1$s from (select distinct code from agency) a
            join submission s on s.mandate = ? and s.agency = a.code and s.received_on = ?
              and s.verdict <> 'NOT_MEANT'
            union
            %1$s from (
              select a.code, (
                select x.in_force_from from submission x force index (submission_in_force)
                where x.mandate = ? and x.agency = a.code and x.in_force_from <= ? and x.received_on < ?
                  and %2$s
                order by x.mandate desc, x.agency desc, x.in_force_from desc limit 1) as since
              from (select distinct code from agency) a) n
            join submission s force index (submission_in_force)
              on s.mandate = ? and s.agency = n.code and s.in_force_from = n.since and s.received_on < ?
              and %3$s
            union
            %1$s from (
              select a.code, v.verdict, (
                select x.received_on from submission x force index (submission_verdict)
                where x.mandate = ? and x.agency = a.code and x.verdict = v.verdict and x.received_on < ?
                order by x.mandate desc, x.agency desc, x.verdict desc, x.received_on desc limit 1) as newest
              from (select distinct code from agency) a
              cross join (select 'ACCEPTED' as verdict union all select 'UNCHANGED' union all select 'HELD'
                union all select 'REFUSED') v) n
            join submission s force index (submission_verdict)
              on s.mandate = ? and s.agency = n.code and s.verdict = n.verdict and s.received_on = n.newest
            order by agency, received_on, batch""".formatted(COLUMNS, ListsInForce.stands("x"), ListsInForce.stands("s"));

    private static final String REFUSED = """
            select agency, received_on, batch, row_count, submission_id from submission
            where mandate = ? and verdict = 'REFUSED' and received_on < ? and (%s) order by agency, received_on, batch""";

    private static final int AGENCIES_AT_ONCE = 100;
    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);

    private NightSubmissions() {}

    /** A submission by its place in time. */
    record Key(LocalDate receivedOn, int batch, String id, int rows) {
        Place of(String agency) {
            return new Place(agency, receivedOn, batch);
        }
    }

    /**
     * @param list in force, null without one
     * @param held waits for a decision, null without one
     * @param refused since the last accepted submission
     * @param unchanged drops of this very date whose bytes were those in force
     */
    record Position(@Nullable Key list, @Nullable Key held, List<Key> refused, List<Unchanged> unchanged) {
        static final Position NOTHING = new Position(null, null, List.of(), List.of());
    }

    /**
     * A drop that changed nothing.
     *
     * @param inForce the list that was in force when it came; another may be by now
     */
    record Unchanged(int batch, String inForce) {}

    static Map<String, Position> on(LocalDate date, String mandate, JdbcTemplate jdbc) {
        Map<String, Building> building = new TreeMap<>();
        jdbc.query(
                DECISIVE,
                r -> {
                    Key key = key(r);
                    LocalDate decidedOn = r.getObject("decided_on", LocalDate.class);
                    boolean decided = decidedOn != null && !decidedOn.isAfter(date);
                    boolean accepted = decided && "ACCEPT".equals(r.getString("decision"));
                    building.computeIfAbsent(r.getString("agency"), a -> new Building())
                            .see(
                                    key,
                                    r.getString("verdict"),
                                    decided,
                                    accepted ? decidedOn : null,
                                    r.getBoolean("stands"),
                                    date);
                },
                Stream.of(
                                date, mandate, date, //
                                date, mandate, date, date, date, mandate, date, date, //
                                date, mandate, date, mandate)
                        .toArray());
        Map<String, LocalDate> refusing = new TreeMap<>();
        building.forEach((agency, b) -> {
            if (b.hasOpenRefusalBefore(date)) {
                refusing.put(agency, b.listSince == null ? FIRST : b.listSince);
            }
        });
        refusalsBefore(date, mandate, refusing, jdbc).forEach((agency, refused) -> {
            Building refusals = building.get(agency);
            if (refusals != null) {
                refusals.refused.removeIf(key -> key.receivedOn().isBefore(date));
                refusals.refused.addAll(0, refused);
            }
        });
        Map<String, Position> positions = new TreeMap<>();
        building.forEach((agency, b) -> positions.put(agency, b.position()));
        return positions;
    }

    private static Map<String, List<Key>> refusalsBefore(
            LocalDate date, String mandate, Map<String, LocalDate> since, JdbcTemplate jdbc) {
        Map<String, List<Key>> refusals = new HashMap<>();
        List<String> agencies = List.copyOf(since.keySet());
        for (int from = 0; from < agencies.size(); from += AGENCIES_AT_ONCE) {
            List<String> some = agencies.subList(from, Math.min(agencies.size(), from + AGENCIES_AT_ONCE));
            List<Object> arguments = new ArrayList<>(List.of(mandate, date));
            some.forEach(agency -> Collections.addAll(arguments, agency, since.getOrDefault(agency, FIRST)));
            jdbc.query(
                    REFUSED.formatted(Marks.anyOf(some, "agency = ? and received_on >= ?")),
                    r -> {
                        refusals.computeIfAbsent(r.getString("agency"), a -> new ArrayList<>())
                                .add(key(r));
                    },
                    arguments.toArray());
        }
        return refusals;
    }

    private static Key key(ResultSet r) throws SQLException {
        return new Key(
                r.getObject("received_on", LocalDate.class),
                r.getInt("batch"),
                r.getString("submission_id"),
                r.getInt("row_count"));
    }

    /** Follows one agency's submissions in the order in which they came. */
    private static final class Building {
        private @Nullable Key list;
        private @Nullable LocalDate listSince;
        private @Nullable Key held;
        private final Map<String, String> accepted = new HashMap<>();
        private final List<Key> refused = new ArrayList<>();
        private final List<Unchanged> unchanged = new ArrayList<>();

        void see(
                Key key,
                String verdict,
                boolean decided,
                @Nullable LocalDate acceptedFrom,
                boolean stands,
                LocalDate date) {
            switch (verdict) {
                case "ACCEPTED" -> {
                    held = null;
                    accepted.put(hash(key), key.id());
                    if (stands) {
                        inForce(key, key.receivedOn());
                    }
                }
                case "HELD" -> {
                    held = decided ? null : key;
                    if (acceptedFrom != null) {
                        accepted.put(hash(key), key.id());
                    }
                    if (acceptedFrom != null && stands) {
                        inForce(key, acceptedFrom);
                    }
                }
                case "UNCHANGED" -> {
                    held = null;
                    if (key.receivedOn().equals(date)) {
                        // what was in force then may have been withdrawn since
                        String now = list == null ? "" : list.id();
                        unchanged.add(new Unchanged(key.batch(), accepted.getOrDefault(hash(key), now)));
                    }
                }
                case "REFUSED" -> refused.add(key);
                default -> throw new IllegalStateException("A submission has the unknown verdict " + verdict);
            }
        }

        /** What a submission's id says of its files. */
        private static String hash(Key key) {
            return key.id().substring(key.id().lastIndexOf('-') + 1);
        }

        private void inForce(Key key, LocalDate since) {
            if (listSince == null || !since.isBefore(listSince)) {
                list = key;
                listSince = since;
            }
        }

        boolean hasOpenRefusalBefore(LocalDate date) {
            return refused.stream().anyMatch(key -> key.receivedOn().isBefore(date) && isOpen(key));
        }

        Position position() {
            return new Position(
                    list, held, refused.stream().filter(this::isOpen).toList(), List.copyOf(unchanged));
        }

        /** A refusal stays open until something is accepted after it. */
        private boolean isOpen(Key refusal) {
            if (list == null || listSince == null || refusal.receivedOn().isAfter(listSince)) {
                return true;
            }
            boolean listCameThatDay = list.receivedOn().equals(listSince);
            return refusal.receivedOn().equals(listSince) && (!listCameThatDay || refusal.batch() > list.batch());
        }
    }
}
