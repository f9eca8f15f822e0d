package id.rekap.intake;

import id.rekap.database.AuditLog;
import id.rekap.intake.Submissions.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Lists that were in force and that somebody has taken out of it. */
public final class Withdrawals {
    private static final RowMapper<Place> PLACE =
            (r, i) -> new Place(r.getString(1), r.getObject(2, LocalDate.class), r.getInt(3));

    private final JdbcTemplate jdbc;
    private final String mandate;

    public Withdrawals(JdbcTemplate jdbc, String mandate) {
        this.jdbc = jdbc;
        this.mandate = mandate;
    }

    /** Those that no run has taken up yet. */
    public List<Place> waiting() {
        return jdbc.query("""
                select agency, received_on, batch from withdrawal where mandate = ? and supposed = 0 and holds_from is null
                order by agency, received_on, batch""", PLACE, mandate);
    }

    /** Since when a list is out of force; null where it is not, or not yet. */
    public @Nullable LocalDate since(Place place) {
        return jdbc
                .query(
                        """
                        select holds_from from withdrawal
                        where mandate = ? and agency = ? and received_on = ? and batch = ? and supposed = 0
                          and holds_from is not null""",
                        (r, i) -> r.getObject(1, LocalDate.class),
                        mandate,
                        place.agency(),
                        place.receivedOn(),
                        place.batch())
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** In the caller's transaction; false where somebody else was faster. */
    public boolean ask(Submission list, String who, Instant now) {
        int asked = jdbc.update(
                """
                insert ignore into withdrawal (mandate, agency, received_on, batch, supposed, known_at)
                values (?, ?, ?, ?, 0, ?)""",
                mandate,
                list.agency(),
                list.receivedOn(),
                list.batch(),
                LocalDateTime.ofInstant(now, ZoneOffset.UTC));
        return asked > 0 && audited("WITHDRAW", list, who, now);
    }

    /** Takes it back. In the caller's transaction; false where a run or somebody else was faster. */
    public boolean takeBack(Submission list, String who, Instant now) {
        int back = jdbc.update("""
                delete from withdrawal where mandate = ? and agency = ? and received_on = ? and batch = ? and supposed = 0
                  and holds_from is null""", mandate, list.agency(), list.receivedOn(), list.batch());
        return back > 0 && audited("UNDO", list, who, now);
    }

    private boolean audited(String what, Submission list, String who, Instant now) {
        new AuditLog(jdbc)
                .add(
                        now,
                        who,
                        what,
                        list.agency() + "/" + list.id(),
                        "mandate " + mandate + ", WITHDRAW, " + list.rows() + " rows");
        return true;
    }

    /** From this date on hold those that nobody has taken up: {@link HeldLists#takeUp}. */
    public void takeUp(LocalDate date) {
        // each by its key: an update that looks for them waits for rows that somebody else is writing beside them
        List<Object[]> keys = waiting().stream()
                .map(place -> new Object[] {date, mandate, place.agency(), place.receivedOn(), place.batch()})
                .toList();
        jdbc.batchUpdate("""
                update withdrawal set holds_from = ?
                where mandate = ? and agency = ? and received_on = ? and batch = ? and supposed = 0 and holds_from is null""", keys);
    }

    /** Lists that were out of force before this mandate read them. */
    void decidedBefore(List<? extends ReadDelivery> read) {
        List<Object[]> rows = new ArrayList<>();
        for (ReadDelivery one : read) {
            DropDecisions.Withdrawn out = one.decided().withdrawn();
            if (out != null) {
                Submission s = one.submission();
                rows.add(new Object[] {mandate, s.agency(), s.receivedOn(), s.batch(), out.from(), out.knownAt()});
            }
        }
        jdbc.batchUpdate("""
                insert ignore into withdrawal (mandate, agency, received_on, batch, supposed, holds_from, known_at)
                values (?, ?, ?, ?, 0, ?, ?)""", rows);
    }

    /** Supposes that they hold, under keys of its own, in a transaction that is rolled back. */
    void suppose(LocalDate date, int key) {
        List<Object[]> rows = waiting().stream()
                .map(place -> new Object[] {mandate, place.agency(), place.receivedOn(), place.batch(), key, date})
                .toList();
        jdbc.batchUpdate("""
                insert into withdrawal (mandate, agency, received_on, batch, supposed, holds_from, known_at)
                values (?, ?, ?, ?, ?, ?, utc_timestamp(3))""", rows);
    }
}
