package id.rekap.reconcile;

import id.rekap.database.Marks;
import id.rekap.database.ServerPrepared;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes outcomes. An agency's rows are replaced whole, so a repeated chunk does no harm. */
public final class OutcomeStore {
    private final JdbcTemplate jdbc;
    private final FindingRows findings;

    public OutcomeStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.findings = new FindingRows(jdbc);
    }

    /** A chunk's outcomes are in memory together: one of many findings is written by itself. In the caller's transaction. */
    public AgencyOutcome writtenWhereLarge(RunRef run, AgencyOutcome reconciled) {
        if (!reconciled.isLarge()) {
            return reconciled;
        }
        write(run, List.of(reconciled));
        return reconciled.written();
    }

    /** In the caller's transaction. */
    public void write(RunRef run, List<? extends AgencyOutcome> reconciled) {
        List<? extends AgencyOutcome> chunk =
                reconciled.stream().filter(one -> !one.isWritten()).toList();
        if (!chunk.isEmpty()) {
            writeAll(run, chunk);
        }
    }

    private void writeAll(RunRef run, List<? extends AgencyOutcome> chunk) {
        List<String> agencies =
                chunk.stream().map(reconciled -> reconciled.outcome().agency()).toList();
        remove(run, agencies);
        List<Object[]> outcomes = new ArrayList<>();
        List<Object[]> tallies = new ArrayList<>();
        List<Object[]> presences = new ArrayList<>();
        List<Object[]> unmatchedRows = new ArrayList<>();
        List<FindingRow> found = new ArrayList<>();
        for (AgencyOutcome one : chunk) {
            var o = one.outcome();
            outcomes.add(new Object[] {
                run.id(),
                o.agency(),
                one.input().digest(),
                UnmatchedRows.digest(o.unmatchedRows()),
                o.crossKey(),
                one.input().json(),
                o.rows(),
                o.counted(),
                o.refused(),
                o.claims()
            });
            for (Tally t : o.tallies()) {
                tallies.add(tally(run, o.agency(), t));
            }
            for (Presence p : o.presences()) {
                presences.add(new Object[] {
                    run.id(), o.agency(), p.agency(), p.group().name(), p.headcount(), p.counted(), p.following()
                });
            }
            int seq = 0;
            for (UnmatchedRow s : o.unmatchedRows()) {
                unmatchedRows.add(new Object[] {
                    run.id(), o.agency(), seq++, s.no(), s.person(), s.state(), s.counts(), s.answers()
                });
            }
            found.addAll(one.findings());
        }
        ServerPrepared.insert(jdbc, """
                insert into outcome (run_id, agency, list_key, unmatched_key, cross_key, input, row_count, counted, refused, claims)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", outcomes);
        jdbc.batchUpdate("""
                insert into tally (run_id, judged_by, agency, type, obligation, headcount, exempt, met, unverified,
                  not_met, not_reported, proven, total) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", tallies);
        jdbc.batchUpdate("""
                insert into presence (run_id, judged_by, agency, grp, headcount, counted, following)
                values (?, ?, ?, ?, ?, ?, ?)""", presences);
        jdbc.batchUpdate("""
                insert into unmatched_row (run_id, agency, seq, no, person, state, counts, answers)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", unmatchedRows);
        findings.insert(run, found);
        HandleHistories.keep(run, chunk, jdbc);
        new NightStore(jdbc).reconciled(run, agencies);
    }

    /** Drops all that a run has judged, in the caller's transaction: it was made of something that holds no longer. */
    public void forget(long run) {
        for (String table :
                List.of("outcome", "tally", "presence", "unmatched_row", "finding_page", "finding_opening")) {
            jdbc.update("delete from " + table + " where run_id = ?", run);
        }
    }

    /** Drops what a run has judged of these agencies, in the caller's transaction. */
    void forget(RunRef run, List<String> agencies) {
        if (agencies.isEmpty()) {
            return;
        }
        inAgencies("delete from outcome where run_id = ? and agency in (%s)", run, agencies);
        inAgencies("delete from unmatched_row where run_id = ? and agency in (%s)", run, agencies);
        inAgencies("delete from tally where run_id = ? and judged_by in (%s)", run, agencies);
        inAgencies("delete from presence where run_id = ? and judged_by in (%s)", run, agencies);
        inAgencies("delete from finding_page where run_id = ? and part = 'LIST' and agency in (%s)", run, agencies);
        inAgencies("delete from finding_opening where run_id = ? and part = 'LIST' and agency in (%s)", run, agencies);
    }

    private static Object[] tally(RunRef run, String judgedBy, Tally t) {
        return new Object[] {
            run.id(),
            judgedBy,
            t.agency(),
            t.type(),
            t.obligation(),
            t.headcount(),
            t.exempt(),
            t.met(),
            t.unverified(),
            t.notMet(),
            t.notReported(),
            t.proven(),
            t.total()
        };
    }

    private void remove(RunRef run, List<String> agencies) {
        if (isJudged(run, agencies)) {
            forget(run, agencies);
        }
    }

    /** An outcome's rows are written in one transaction: where it is not, none of them is. */
    private boolean isJudged(RunRef run, List<String> agencies) {
        return !jdbc.queryForList(
                        "select 1 from outcome where run_id = ? and agency in (%s) limit 1"
                                .formatted(Marks.of(agencies)),
                        Integer.class,
                        arguments(run, agencies))
                .isEmpty();
    }

    static Object[] arguments(RunRef run, List<String> agencies) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(run.id());
        arguments.addAll(agencies);
        return arguments.toArray();
    }

    private void inAgencies(String sql, RunRef run, List<String> agencies) {
        jdbc.update(sql.formatted(Marks.of(agencies)), arguments(run, agencies));
    }
}
