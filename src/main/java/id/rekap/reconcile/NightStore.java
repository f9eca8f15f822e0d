package id.rekap.reconcile;

import id.rekap.database.Marks;
import id.rekap.intake.Submissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * The table {@code night}: a row for each agency of a run, pointed at what its outcome is made of. What is left to judge stands
 * there, so a restart needs no other memory.
 */
public final class NightStore {
    private static final RowMapper<NightRow> ROW = (r, i) -> new NightRow(
            r.getString("agency"),
            r.getString("state"),
            r.getString("covered_by"),
            r.getObject("received_on", LocalDate.class),
            r.getInt("batch"),
            r.getBoolean("stale"),
            r.getLong("outcome_run"),
            r.getLong("match_run"));

    private final JdbcTemplate jdbc;

    public NightStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An agency as it is planned.
     *
     * @param outcomeRun whose outcome counts; 0: it is still to be computed
     * @param crossKey of the matches across agencies that it was computed with
     * @param matchRun by which run those were found
     */
    @SuppressWarnings("ArrayRecordComponent") // a key, carried on
    record Planned(AgencyInput input, int shard, long outcomeRun, byte[] crossKey, long matchRun) {}

    /** In the place of what was planned before, in the caller's transaction. */
    void write(RunRef run, List<Planned> agencies) {
        jdbc.update("delete from night where run_id = ?", run.id());
        jdbc.batchUpdate(
                """
                insert into night (run_id, agency, shard, state, covered_by, received_on, batch, stale,
                  input, cross_key, outcome_run, match_run) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", agencies.stream().map(planned -> row(run, planned)).toList());
    }

    private static @Nullable Object[] row(RunRef run, Planned planned) {
        AgencyInput input = planned.input();
        NightSubmissions.Key list = input.list();
        return new @Nullable Object[] {
            run.id(),
            input.agency(),
            planned.shard(),
            input.state(),
            input.coveredBy(),
            list == null ? null : list.receivedOn(),
            list == null ? null : list.batch(),
            input.isStale(),
            planned.outcomeRun() == 0 ? input.json() : null,
            planned.crossKey(),
            planned.outcomeRun(),
            planned.matchRun()
        };
    }

    /** These are made of something else by now, and are to be reconciled again. */
    void changed(RunRef run, List<AgencyInput> inputs) {
        jdbc.batchUpdate(
                "update night set input = ?, input_key = ? where run_id = ? and agency = ?",
                inputs.stream()
                        .map(input -> new Object[] {input.json(), input.digest(), run.id(), input.agency()})
                        .toList());
    }

    /** The outcomes of these are this run's own, and hold what they are made of. */
    void reconciled(RunRef run, List<String> agencies) {
        jdbc.update(
                "update night set outcome_run = run_id, input = null, input_key = null where run_id = ? and agency in (%s)"
                        .formatted(Marks.of(agencies)),
                OutcomeStore.arguments(run, agencies));
    }

    /** Matches across agencies hold as this run has found them: their key by agency, and one for all who have none. */
    void matched(RunRef run, Map<String, byte[]> keys, byte[] noMatches) {
        jdbc.update("update night set match_run = run_id, cross_key = ? where run_id = ?", noMatches, run.id());
        List<Object[]> rows = new ArrayList<>();
        keys.forEach((agency, key) -> rows.add(new Object[] {key, run.id(), agency}));
        jdbc.batchUpdate("update night set cross_key = ? where run_id = ? and agency = ?", rows);
    }

    /** What a later night may keep of an agency's row and outcome. */
    @SuppressWarnings("ArrayRecordComponent") // a key, carried on
    record Before(String state, long outcomeRun, OutcomeKeys keys, byte[] crossKey, long matchRun) {}

    /** By agency. */
    Map<String, Before> before(long previous) {
        Map<String, Before> before = new HashMap<>();
        jdbc.query(
                """
                select n.agency, n.state, n.outcome_run, o.list_key, o.unmatched_key, n.cross_key, n.match_run from night n
                join outcome o on o.run_id = n.outcome_run and o.agency = n.agency where n.run_id = ?""",
                r -> {
                    OutcomeKeys keys = new OutcomeKeys(r.getBytes(4), r.getBytes(5));
                    before.put(
                            r.getString(1),
                            new Before(r.getString(2), r.getLong(3), keys, r.getBytes(6), r.getLong(7)));
                },
                previous);
        return before;
    }

    /** Agencies of a shard whose outcome is still to be computed, by code. */
    public List<String> toReconcile(RunRef run, int shard) {
        return jdbc.queryForList(
                "select agency from night where run_id = ? and shard = ? and outcome_run = 0 order by agency",
                String.class,
                run.id(),
                shard);
    }

    /** The same, and all others that have a list. */
    public List<String> toReconcileOrLookUp(RunRef run, int shard) {
        return jdbc.queryForList("""
                select agency from night
                where run_id = ? and shard = ? and (outcome_run = 0 or received_on is not null) order by agency""", String.class, run.id(), shard);
    }

    /** Of all agencies with a list, those whose outcome is still to be computed, by code. */
    public List<String> listsToJudge(RunRef run) {
        return jdbc.queryForList("""
                select agency from night
                where run_id = ? and outcome_run = 0 and received_on is not null order by agency""", String.class, run.id());
    }

    /**
     * Agencies of a shard whose outcome was made with other matches across agencies or evidence than those that now hold, by
     * code.
     */
    public List<String> toReconcileAgain(RunRef run, int shard) {
        return jdbc.queryForList("""
                select n.agency from night n join outcome o on o.run_id = n.outcome_run and o.agency = n.agency
                where n.run_id = ? and n.shard = ?
                  and (o.cross_key <> n.cross_key or o.list_key <> coalesce(n.input_key, o.list_key))
                order by n.agency""", String.class, run.id(), shard);
    }

    /** Is all there that its set is counted from? */
    public boolean isWhole(RunRef run) {
        Integer lost = jdbc.queryForObject("""
                select count(*) from night n left join outcome o on o.run_id = n.outcome_run and o.agency = n.agency
                where n.run_id = ? and n.state <> 'GONE' and o.agency is null""", Integer.class, run.id());
        return lost != null && lost == 0 && !rows(run).isEmpty();
    }

    boolean hasJudged(RunRef run) {
        return !jdbc.queryForList(
                        "select 1 from night where run_id = ? and outcome_run = run_id limit 1",
                        Integer.class,
                        run.id())
                .isEmpty();
    }

    /** The list in force of an agency on a planned night, where it has one. */
    public Optional<Submissions.Place> listOf(RunRef run, String agency) {
        return rows(run).stream()
                .filter(row -> row.agency().equals(agency) && row.hasList())
                .map(NightRow::place)
                .findFirst();
    }

    /** Agencies that a list speaks for on a planned night, their own or one from above. */
    public Set<String> spokenFor(RunRef run) {
        return rows(run).stream()
                .filter(row -> row.hasList() || row.coveredBy() != null)
                .map(NightRow::agency)
                .collect(Collectors.toSet());
    }

    public List<NightRow> rows(RunRef run) {
        return jdbc.query("select * from night where run_id = ? order by agency", ROW, run.id());
    }
}
