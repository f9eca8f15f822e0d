package id.rekap.snapshot;

import id.rekap.mandate.Mandate;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.RunRef;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where the agencies of a night stand, by code. */
record NightPositions(JdbcTemplate jdbc, RunRef run, Mandate mandate) {
    /** @param names of the agencies, by code */
    List<AgencyPosition> of(Map<String, String> names, List<Presence> presences, Map<String, Claimed> claims) {
        Map<String, Integer> headcounts = new HashMap<>();
        presences.forEach(p -> headcounts.merge(p.agency(), p.headcount(), Integer::sum));
        return jdbc.query(
                """
                select n.agency, n.state, n.covered_by, n.received_on, s.submission_id, o.row_count, o.counted, o.refused
                from night n join outcome o on o.run_id = n.outcome_run and o.agency = n.agency
                left join submission s on s.mandate = ? and s.agency = n.agency
                  and s.received_on = n.received_on and s.batch = n.batch
                where n.run_id = ? and n.state <> 'GONE' order by n.agency""",
                (r, i) -> {
                    String code = r.getString("agency");
                    boolean isNil = claims.getOrDefault(code, Claimed.NOTHING).nil();
                    return new AgencyPosition(
                            code,
                            names.getOrDefault(code, ""),
                            state(AgencyState.valueOf(r.getString("state")), isNil),
                            Objects.requireNonNullElse(r.getString("submission_id"), ""),
                            r.getObject("received_on", LocalDate.class),
                            r.getInt("row_count"),
                            r.getInt("counted"),
                            r.getInt("refused"),
                            headcounts.getOrDefault(code, 0),
                            Objects.requireNonNullElse(r.getString("covered_by"), ""));
                },
                mandate.id(),
                run.id());
    }

    /** Silence that somebody has said to be right is none. */
    private static AgencyState state(AgencyState planned, boolean isNil) {
        return planned.isSilent() && isNil ? AgencyState.NIL : planned;
    }
}
