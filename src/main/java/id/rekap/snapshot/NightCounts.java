package id.rekap.snapshot;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.RunRef;
import id.rekap.reconcile.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a night counts, of all its outcomes. */
record NightCounts(JdbcTemplate jdbc, RunRef run, Mandate mandate) {
    List<Tally> tallies() {
        List<Tally> read = jdbc.query(
                """
                select t.* from night n join tally t on t.run_id = n.outcome_run and t.judged_by = n.agency
                where n.run_id = ?""",
                (r, i) -> new Tally(
                        r.getString("agency"),
                        r.getString("type"),
                        r.getString("obligation"),
                        r.getInt("headcount"),
                        r.getInt("exempt"),
                        r.getInt("met"),
                        r.getInt("unverified"),
                        r.getInt("not_met"),
                        r.getInt("not_reported"),
                        r.getInt("proven"),
                        r.getObject("total", Long.class)),
                run.id());
        Map<String, Integer> types = mandate.typeOrder();
        Map<String, Integer> obligations = new HashMap<>();
        mandate.obligations().forEach(o -> obligations.put(o.id(), obligations.size()));
        List<Tally> sorted = new ArrayList<>(read);
        sorted.sort(Comparator.comparing(Tally::agency)
                .thenComparing(t -> types.getOrDefault(t.type(), Integer.MAX_VALUE))
                .thenComparing(t -> obligations.getOrDefault(t.obligation(), Integer.MAX_VALUE)));
        return sorted;
    }

    List<Presence> presences() {
        List<Presence> read = new ArrayList<>(jdbc.query(
                """
                select p.* from night n join presence p on p.run_id = n.outcome_run and p.judged_by = n.agency
                where n.run_id = ?""",
                (r, i) -> new Presence(
                        r.getString("agency"),
                        Group.valueOf(r.getString("grp")),
                        r.getInt("headcount"),
                        r.getInt("counted"),
                        r.getInt("following")),
                run.id()));
        read.sort(Comparator.comparing(Presence::agency).thenComparing(Presence::group));
        return read;
    }
}
