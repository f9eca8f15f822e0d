package id.rekap.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The lists in force under one mandate, found at the ends of an index however many submissions there are. */
public final class ListsInForce {
    /** Nobody has withdrawn this submission up to a date. */
    private static final String STANDS = """
            not exists (
              select 1 from withdrawal w where w.mandate = %1$s.mandate and w.agency = %1$s.agency
                and w.received_on = %1$s.received_on and w.batch = %1$s.batch and w.holds_from <= ?)""";

    /** The latest that is in force from a date on, see the column; the order names the whole index so that one row is read. */
    private static final String LATEST = """
            select s.* from submission s force index (submission_in_force)
            where s.mandate = ? and s.agency = ? and s.in_force_from <= ? and s.received_on <= ? and %s
            order by s.in_force_from desc, s.received_on desc, s.batch desc limit 1""";

    private static final String IN_FORCE = LATEST.formatted(stands("s"));

    private static final String NEXT =
            LATEST.formatted(stands("s").replace("and w.holds_from <= ?", "and w.supposed = 0"));

    private static final String ALL_IN_FORCE = """
            select straight_join s.agency, s.drop_hash, s.row_count, s.asked from (
              select a.code, (
                select x.in_force_from from submission x force index (submission_in_force)
                where x.mandate = ? and x.agency = a.code and x.in_force_from <= ? and x.received_on <= ? and %s
                order by x.mandate desc, x.agency desc, x.in_force_from desc limit 1) as since
              from (select distinct code from agency) a) n
            join submission s force index (submission_in_force)
              on s.mandate = ? and s.agency = n.code and s.in_force_from = n.since and s.received_on <= ?
            where %s
            order by s.agency, s.received_on, s.batch""".formatted(stands("x"), stands("s"));

    private static final String WITH_LIST = """
            select a.code from (select distinct code from agency) a
            where (
              select x.in_force_from from submission x force index (submission_in_force)
              where x.mandate = ? and x.agency = a.code and x.in_force_from <= ?
                and (x.received_on < ? or (x.received_on = ? and x.batch <= ?)) and %s
              order by x.mandate, x.agency, x.in_force_from limit 1) is not null""".formatted(stands("x"));

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final JdbcTemplate jdbc;
    private final String mandate;

    public ListsInForce(JdbcTemplate jdbc, String mandate) {
        this.jdbc = jdbc;
        this.mandate = mandate;
    }

    /** A condition, with one date to fill in: nobody has withdrawn the submission of this alias up to then. */
    public static String stands(String alias) {
        return STANDS.formatted(alias);
    }

    /** The list that holds once a run takes up what was withdrawn by now. */
    public Optional<Submission> next(String agency) {
        return jdbc.query(NEXT, Submissions.SUBMISSION, mandate, agency, LAST, LAST).stream()
                .findFirst();
    }

    /** The list in force of an agency, where it has one. */
    public Optional<Submission> of(String agency, LocalDate on) {
        return jdbc.query(IN_FORCE, Submissions.SUBMISSION, mandate, agency, on, on, on).stream()
                .findFirst();
    }

    /** The lists in force by agency; in one query, since most deliveries are decided by that much. */
    Map<String, ListInForce.Brief> briefs(LocalDate on) {
        Map<String, ListInForce.Brief> briefs = new HashMap<>();
        jdbc.query(
                ALL_IN_FORCE,
                r -> {
                    // of several from the same day the last counts
                    briefs.put(r.getString(1), new ListInForce.Brief(r.getString(2), r.getInt(3), r.getString(4)));
                },
                mandate,
                on,
                on,
                on,
                mandate,
                on,
                on);
        return briefs;
    }

    /** Agencies that have a list in force on a date, as far as it came up to a batch. */
    Set<String> agencies(LocalDate on, IntakeBatch upTo) {
        return new HashSet<>(jdbc.queryForList(
                WITH_LIST, String.class, mandate, on, upTo.receivedOn(), upTo.receivedOn(), upTo.batch(), on));
    }
}
