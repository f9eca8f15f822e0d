package id.rekap.reconcile;

import id.rekap.intake.Submissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The table {@code night}: what is left to judge stands there, so a restart needs no other memory. */
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

    /** Agencies of a shard whose outcome is still to be computed, by code. */
    public List<String> toReconcile(RunRef run, int shard) {
        return jdbc.queryForList(
                "select agency from night where run_id = ? and shard = ? and outcome_run = 0 order by agency",
                String.class,
                run.id(),
                shard);
    }

    /** Of all agencies with a list, those whose outcome is still to be computed, by code. */
    public List<String> listsToJudge(RunRef run) {
        return jdbc.queryForList("""
                select agency from night
                where run_id = ? and outcome_run = 0 and received_on is not null order by agency""", String.class, run.id());
    }

    /** Agencies of a shard whose outcome was made with other matches across agencies or evidence than those that now hold, by code. */
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
