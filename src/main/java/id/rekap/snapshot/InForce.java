package id.rekap.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What every agency's submissions amount to on a date: the list in force, one that is held, refusals still open. */
final class InForce {
    /** Light columns only: these are looked at for every agency, every night. */
    private static final String SUBMISSIONS = """
            select agency, received_on, take, verdict, decision, decided_on, row_count, submission_id from submission
            where mandate = ? and received_on <= ? and verdict <> 'NOT_MEANT'
            order by agency, received_on, take""";

    private InForce() {}

    /** A submission by its place in time. */
    record Key(LocalDate receivedOn, int take, String id, int rows) {}

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
    record Unchanged(int take, String inForce) {}

    static Map<String, Position> on(LocalDate date, String mandate, JdbcTemplate jdbc) {
        Map<String, Building> building = new HashMap<>();
        jdbc.query(
                SUBMISSIONS,
                r -> {
                    Key key = new Key(
                            r.getObject("received_on", LocalDate.class),
                            r.getInt("take"),
                            r.getString("submission_id"),
                            r.getInt("row_count"));
                    LocalDate decidedOn = r.getObject("decided_on", LocalDate.class);
                    boolean decided = decidedOn != null && !decidedOn.isAfter(date);
                    boolean accepted = decided && "ACCEPT".equals(r.getString("decision"));
                    building.computeIfAbsent(r.getString("agency"), a -> new Building())
                            .see(key, r.getString("verdict"), decided, accepted ? decidedOn : null, date);
                },
                mandate,
                date);
        Map<String, Position> positions = new TreeMap<>();
        building.forEach((agency, b) -> positions.put(agency, b.position()));
        return positions;
    }

    /** Follows one agency's submissions in the order in which they came. */
    private static final class Building {
        private @Nullable Key list;
        private @Nullable LocalDate listSince;
        private @Nullable Key held;
        private final List<Key> refused = new ArrayList<>();
        private final List<Unchanged> unchanged = new ArrayList<>();

        void see(Key key, String verdict, boolean decided, @Nullable LocalDate acceptedFrom, LocalDate date) {
            switch (verdict) {
                case "ACCEPTED" -> {
                    held = null;
                    inForce(key, key.receivedOn());
                }
                case "HELD" -> {
                    held = decided ? null : key;
                    if (acceptedFrom != null) {
                        inForce(key, acceptedFrom);
                    }
                }
                case "UNCHANGED" -> {
                    held = null;
                    if (key.receivedOn().equals(date)) {
                        unchanged.add(new Unchanged(key.take(), list == null ? "" : list.id()));
                    }
                }
                case "REFUSED" -> refused.add(key);
                default -> throw new IllegalStateException("A submission has the unknown verdict " + verdict);
            }
        }

        private void inForce(Key key, LocalDate since) {
            if (listSince == null || !since.isBefore(listSince)) {
                list = key;
                listSince = since;
            }
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
            return refusal.receivedOn().equals(listSince) && (!listCameThatDay || refusal.take() > list.take());
        }
    }
}
