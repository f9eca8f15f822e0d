package id.rekap.intake;

import id.rekap.intake.HeldList.Decision;
import id.rekap.intake.Submissions.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What somebody decided of drops under other mandates before this one reads them. A decision is about the drop: a mandate that
 * begins later does not ask again. Of several mandates that of the earliest date.
 */
final class DropDecisions {
    private static final String OF_HELD = """
            select agency, received_on, batch, decision, decided_on from submission
            where verdict = 'HELD' and decision in ('ACCEPT', 'REFUSE') and mandate <> ?
            order by decided_on is null, decided_on, mandate""";

    private static final String WITHDRAWN = """
            select agency, received_on, batch, holds_from, known_at from withdrawal where supposed = 0 and mandate <> ?
            order by holds_from is null, holds_from, mandate""";

    private final JdbcTemplate jdbc;
    private final String mandate;
    private @Nullable Map<Place, Held> held;
    private @Nullable Map<Place, Withdrawn> withdrawn;

    DropDecisions(JdbcTemplate jdbc, String mandate) {
        this.jdbc = jdbc;
        this.mandate = mandate;
    }

    /** @param on the business date from which it holds, null until a run takes it up */
    record Held(Decision decision, @Nullable LocalDate on) {}

    /**
     * A list that is out of force.
     *
     * @param from the business date from which it holds, null until a run takes it up
     * @param knownAt when that was said, UTC
     */
    record Withdrawn(@Nullable LocalDate from, LocalDateTime knownAt) {}

    /** Of one drop. */
    record Decided(@Nullable Held held, @Nullable Withdrawn withdrawn) {
        static final Decided NOTHING = new Decided(null, null);

        boolean isWithdrawn(LocalDate date) {
            return withdrawn != null
                    && withdrawn.from() != null
                    && !withdrawn.from().isAfter(date);
        }

        /** Since when a held list is in force on a date; null where it is not. */
        @Nullable
        LocalDate acceptedOn(LocalDate date) {
            LocalDate on = held == null || held.decision() != Decision.ACCEPT ? null : held.on();
            return on == null || on.isAfter(date) ? null : on;
        }
    }

    Decided of(Submission submission) {
        boolean isHeld = submission.verdict() == DeliveryDecision.HELD;
        if (!isHeld && submission.verdict() != DeliveryDecision.ACCEPTED) {
            return Decided.NOTHING;
        }
        Place place = new Place(submission.agency(), submission.receivedOn(), submission.batch());
        Held decision = isHeld ? held().get(place) : null;
        Withdrawn out = withdrawn().get(place);
        return decision == null && out == null ? Decided.NOTHING : new Decided(decision, out);
    }

    private Map<Place, Held> held() {
        Map<Place, Held> known = held == null
                ? byPlace(OF_HELD, r -> new Held(Decision.valueOf(r.getString(4)), r.getObject(5, LocalDate.class)))
                : held;
        held = known;
        return known;
    }

    private Map<Place, Withdrawn> withdrawn() {
        Map<Place, Withdrawn> known = withdrawn == null
                ? byPlace(
                        WITHDRAWN,
                        r -> new Withdrawn(r.getObject(4, LocalDate.class), r.getObject(5, LocalDateTime.class)))
                : withdrawn;
        withdrawn = known;
        return known;
    }

    /** The first of each place; its columns come first. */
    private <T> Map<Place, T> byPlace(String query, Row<T> row) {
        Map<Place, T> found = new HashMap<>();
        jdbc.query(
                query,
                r -> {
                    found.putIfAbsent(
                            new Place(r.getString(1), r.getObject(2, LocalDate.class), r.getInt(3)), row.of(r));
                },
                mandate);
        return found;
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
