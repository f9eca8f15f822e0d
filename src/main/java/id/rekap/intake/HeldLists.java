package id.rekap.intake;

import id.rekap.database.AuditLog;
import id.rekap.intake.HeldList.Decision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Lists that are held until somebody decides, of all mandates. */
public final class HeldLists {
    /** A later drop takes a held list's place; one that was refused has no effect. */
    private static final String LATER = """
            n.mandate = h.mandate and n.agency = h.agency and n.verdict in ('ACCEPTED', 'UNCHANGED', 'HELD')
              and (n.received_on > h.received_on or (n.received_on = h.received_on and n.batch > h.batch))""";

    private static final String HELD = """
            select h.mandate, h.agency, h.received_on, h.batch, h.submission_id, h.drop_hash, h.row_count, h.held_for, h.files,
              h.decision, h.decided_on, exists (select 1 from submission n where %s) as replaced
            from submission h where h.verdict = 'HELD' %s
            order by h.agency, h.mandate, h.received_on, h.batch""";

    private static final String NOT_TAKEN_UP = "and h.decided_on is null";

    private static final String TO_TAKE_UP = """
            select h.agency, h.received_on, h.batch, h.decision from submission h left join submission n on %s
            where h.mandate = ? and h.verdict = 'HELD' and h.decision in ('ACCEPT', 'REFUSE') and h.decided_on is null
              and n.agency is null""".formatted(LATER);

    private final JdbcTemplate jdbc;

    public HeldLists(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Every list that was ever held, by agency and time. */
    public List<HeldList> all() {
        return held("").map(this::besideTheOneInForce).toList();
    }

    private Stream<HeldList> held(String which) {
        RowMapper<HeldList> row = (r, i) -> {
            String mandate = r.getString("mandate");
            String agency = r.getString("agency");
            LocalDate receivedOn = r.getObject("received_on", LocalDate.class);
            String decision = r.getString("decision");
            return new HeldList(
                    mandate,
                    agency,
                    receivedOn,
                    r.getInt("batch"),
                    r.getString("submission_id"),
                    r.getString("drop_hash"),
                    r.getInt("row_count"),
                    0,
                    SubmissionJson.holdReasons(r.getString("held_for")),
                    SubmissionJson.files(r.getString("files")).stream()
                            .map(ListFile::name)
                            .toList(),
                    decision == null ? null : Decision.valueOf(decision),
                    r.getObject("decided_on", LocalDate.class),
                    r.getBoolean("replaced"));
        };
        return jdbc.query(HELD.formatted(LATER, which), row).stream();
    }

    private HeldList besideTheOneInForce(HeldList h) {
        Optional<Submission> inForce = new ListsInForce(jdbc, h.mandate()).of(h.agency(), h.receivedOn());
        return h.beside(inForce.map(Submission::rows).orElse(0));
    }

    /** Is there a submission of this id that was never held? */
    public boolean isOther(String id) {
        // ids are ASCII, and servers do not compare their column with anything else
        return StandardCharsets.US_ASCII.newEncoder().canEncode(id)
                && !jdbc.queryForList(
                                "select 1 from submission where submission_id = ? and verdict <> 'HELD' limit 1",
                                Integer.class,
                                id)
                        .isEmpty();
    }

    /** Those that still wait. */
    public List<HeldList> waiting() {
        return held(NOT_TAKEN_UP)
                .filter(HeldList::waits)
                .map(this::besideTheOneInForce)
                .toList();
    }

    /** Those whose decision the next run takes up. */
    public List<HeldList> pending() {
        return held(NOT_TAKEN_UP).filter(HeldList::isPending).toList();
    }

    /**
     * Records a decision, in place of another that no run has taken up; the next batch takes it up. In the caller's
     * transaction.
     *
     * @return false where somebody else, or a run, was faster
     */
    public boolean decide(HeldList held, Decision decision, String who, Instant now) {
        int decided = jdbc.update(
                """
                update submission set decision = ? where mandate = ? and agency = ? and received_on = ? and batch = ?
                  and verdict = 'HELD' and decided_on is null and coalesce(decision, '') <> ?""", decision.name(), held.mandate(), held.agency(), held.receivedOn(), held.batch(), decision.name());
        return decided > 0 && audited(decision.name(), held, who, now);
    }

    /** Takes a decision back that no run has taken up: the list waits again. In the caller's transaction. */
    public boolean takeBack(HeldList held, Decision decision, String who, Instant now) {
        int back = jdbc.update("""
                update submission set decision = null where mandate = ? and agency = ? and received_on = ? and batch = ?
                  and verdict = 'HELD' and decided_on is null and decision = ?""", held.mandate(), held.agency(), held.receivedOn(), held.batch(), decision.name());
        return back > 0 && audited("UNDO", held, who, now);
    }

    private boolean audited(String what, HeldList held, String who, Instant now) {
        Decision before = held.decision();
        new AuditLog(jdbc)
                .add(
                        now,
                        who,
                        what,
                        held.name(),
                        "mandate " + held.mandate() + ", " + held.rows() + " rows, " + held.rowsInForce() + " in force"
                                + (before == null ? "" : ", was " + before));
        return true;
    }

    /** Those whose decision the next batch takes up; never one that a later drop has replaced meanwhile. */
    public List<Submissions.Place> toTakeUp(String mandate, Decision... among) {
        return jdbc
                .query(
                        TO_TAKE_UP,
                        (r, i) -> new Decided(
                                new Submissions.Place(r.getString(1), r.getObject(2, LocalDate.class), r.getInt(3)),
                                Decision.valueOf(r.getString(4))),
                        mandate)
                .stream()
                .filter(decided -> List.of(among).contains(decided.decision()))
                .map(Decided::place)
                .toList();
    }

    private record Decided(Submissions.Place place, Decision decision) {}

    /**
     * From this date on hold the decisions that nobody has taken up. Once for a batch, with its look at the inbox: a decision
     * that comes later waits like a file that comes later, so that a restart finds what the run began with.
     */
    public void takeUp(String mandate, LocalDate date) {
        // each by its key: an update that looks for them waits for rows that somebody else is writing beside them
        List<Object[]> keys = toTakeUp(mandate, Decision.values()).stream()
                .map(place -> new Object[] {date, mandate, place.agency(), place.receivedOn(), place.batch()})
                .toList();
        jdbc.batchUpdate("""
                update submission set decided_on = ?
                where mandate = ? and agency = ? and received_on = ? and batch = ? and decided_on is null""", keys);
    }
}
