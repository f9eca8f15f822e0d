package id.rekap.snapshot;

import id.rekap.database.Marks;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.RunRef;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many facts that concern a date were learnt only after a set of it was published. What is dated later is none of them,
 * whenever it was learnt: it changes nothing of the date.
 *
 * @param imports into the register, for the date or an earlier one
 * @param exemptions granted for the date
 * @param exemptionsEnded by which somebody owes on the date by now
 * @param acknowledged exceptions of the date
 * @param acknowledgementsEnded of those, taken back
 * @param lists received under the date by a later batch
 * @param chats received so
 * @param withdrawals of lists, from the date or an earlier one on
 */
public record Learnt(
        int imports,
        int exemptions,
        int exemptionsEnded,
        int acknowledged,
        int acknowledgementsEnded,
        int lists,
        int chats,
        int withdrawals) {
    private static final String CHANGES = "added + changed + ended > 0 and imported_at > ? and effective ";
    private static final String OF_MANDATE = " and obligation in (%s)";
    private static final String SHOWN = """
             and exists (select 1 from finding_opening o join run r on r.run_id = o.run_id
              where o.agency = a.agency and o.fingerprint = a.fingerprint and r.mandate = ? and o.first_seen <= ?)""";

    /** What later dates have learnt, which changes nothing of the date. */
    public record DatedLater(int imports, int exemptions, int exemptionsEnded, int withdrawals) {
        public boolean hasNothing() {
            return imports + exemptions + exemptionsEnded + withdrawals == 0;
        }
    }

    /**
     * A published set, as far as it says what was known.
     *
     * @param batch the last batch that it knows, null: it took nothing
     */
    public record Base(
            LocalDate date,
            LocalDateTime published,
            @Nullable Integer batch) {
        /** The first set of a date. */
        public static Optional<Base> first(String mandate, LocalDate date, JdbcTemplate jdbc) {
            return of(mandate, date, "", jdbc);
        }

        /** The set that counts. */
        public static Optional<Base> newest(String mandate, LocalDate date, JdbcTemplate jdbc) {
            return of(mandate, date, " desc", jdbc);
        }

        private static Optional<Base> of(String mandate, LocalDate date, String order, JdbcTemplate jdbc) {
            return jdbc
                    .query(
                            """
                            select ended_at, batch from run
                            where mandate = ? and business_date = ? and state = 'PUBLISHED' order by revision""" + order + " limit 1",
                            (r, i) ->
                                    new Base(date, r.getObject(1, LocalDateTime.class), r.getObject(2, Integer.class)),
                            mandate,
                            date)
                    .stream()
                    .findFirst();
        }
    }

    public boolean hasNothing() {
        return imports
                        + exemptions
                        + exemptionsEnded
                        + acknowledged
                        + acknowledgementsEnded
                        + lists
                        + chats
                        + withdrawals
                == 0;
    }

    /**
     * Counts what was learnt after a set.
     *
     * @param takes the revision takes up what waits: withdrawals that no run has taken up hold on its date
     */
    public static Learnt since(Base base, Mandate mandate, boolean takes, JdbcTemplate jdbc) {
        Counting count = new Counting(jdbc, mandate);
        LocalDate date = base.date();
        LocalDateTime since = base.published();
        return new Learnt(
                count.of("register_import where " + CHANGES + "<= ?", since, date),
                count.ofMandate("exemption where known_at > ? and valid_from <= ? and ends_on >= ?", since, date, date),
                count.ofMandate(
                        "exemption where known_at <= ? and ended_at > ? and valid_from <= ? and ends_on < ? and valid_until >= ?",
                        since,
                        since,
                        date,
                        date,
                        date),
                count.of(
                        "acknowledgement a where known_at > ? and ended_at is null and valid_until >= ?" + SHOWN,
                        since,
                        date,
                        mandate.id(),
                        date),
                count.of("""
                        acknowledgement a where known_at <= ? and ended_at > ? and valid_until >= ? and not exists (
                          select 1 from acknowledgement b where b.fingerprint = a.fingerprint and b.ended_at is null
                            and b.valid_until >= ?)""" + SHOWN, since, since, date, date, mandate.id(), date),
                base.batch() == null
                        ? 0
                        : count.of(
                                "submission where mandate = ? and received_on = ? and batch > ? and verdict <> 'NOT_MEANT'",
                                mandate.id(),
                                date,
                                base.batch()),
                base.batch() == null || !mandate.isFollowed()
                        ? 0
                        : count.of("chat where received_on = ? and batch > ?", date, base.batch()),
                count.of(
                        "withdrawal where mandate = ? and supposed = 0 and known_at > ? and coalesce(holds_from, ?) <= ?",
                        mandate.id(),
                        since,
                        takes ? date : LocalDate.of(9999, 12, 31),
                        date));
    }

    /**
     * Counts what was learnt after a set and is dated after its date.
     *
     * @param takes see {@link #since}
     */
    public static DatedLater datedLater(Base base, Mandate mandate, boolean takes, JdbcTemplate jdbc) {
        Counting count = new Counting(jdbc, mandate);
        LocalDate date = base.date();
        LocalDateTime since = base.published();
        return new DatedLater(
                count.of("register_import where " + CHANGES + "> ?", since, date),
                count.ofMandate(
                        "exemption where known_at > ? and valid_from > ? and ends_on >= valid_from", since, date),
                count.ofMandate("exemption where ended_at > ? and ends_on >= ? and ends_on < valid_until", since, date),
                count.of(
                        "withdrawal where mandate = ? and supposed = 0 and known_at > ? and coalesce(holds_from, ?) > ?",
                        mandate.id(),
                        since,
                        takes ? date : LocalDate.of(9999, 12, 31),
                        date));
    }

    /** Keeps with a revision what it knows that the first set of its date did not; in the caller's transaction. */
    public static void record(RunRef run, Mandate mandate, JdbcTemplate jdbc) {
        if (run.revision() == 1) {
            return;
        }
        Base.first(mandate.id(), run.date(), jdbc).ifPresent(first -> {
            String learnt = JsonMapper.shared().writeValueAsString(since(first, mandate, false, jdbc));
            jdbc.update("update run set learnt = ? where run_id = ?", learnt, run.id());
        });
    }

    /** As a run has it; null where there is nothing of it. */
    public static @Nullable Learnt of(@Nullable String json) {
        Learnt learnt = json == null ? null : JsonMapper.shared().readValue(json, Learnt.class);
        return learnt == null || learnt.hasNothing() ? null : learnt;
    }

    /** Rows of tables. */
    private record Counting(JdbcTemplate jdbc, Mandate mandate) {
        int of(String from, Object... arguments) {
            Integer count = jdbc.queryForObject("select count(*) from " + from, Integer.class, arguments);
            return count == null ? 0 : count;
        }

        /** Of obligations that the mandate has. */
        int ofMandate(String from, Object... arguments) {
            List<Object> all = new ArrayList<>(List.of(arguments));
            all.add(Mandate.ALL);
            mandate.obligations().forEach(o -> all.add(o.id()));
            String places = Marks.of(all.size() - arguments.length);
            return of(from + OF_MANDATE.formatted(places), all.toArray());
        }
    }
}
