package id.rekap.snapshot;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.reconcile.Raised;
import java.sql.Date;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Findings in the database. */
final class FindingRows {
    static final RowMapper<FindingRow> FINDING = (r, i) -> new FindingRow(
            r.getString("agency"),
            FindingRow.Part.valueOf(r.getString("part")),
            new Raised(
                    ExceptionCode.valueOf(r.getString("code")),
                    r.getString("employee_no"),
                    r.getString("employee_name"),
                    r.getString("file"),
                    r.getString("sheet"),
                    r.getObject("row_no", Integer.class),
                    r.getString("field"),
                    r.getString("value"),
                    r.getString("expected"),
                    r.getString("message"),
                    r.getString("suggestion"),
                    ""),
            r.getString("fingerprint"),
            r.getDate("first_seen").toLocalDate(),
            r.getInt("opened_depth"),
            r.getBoolean("reopened"),
            r.getBoolean("resolved"));

    private final JdbcTemplate jdbc;

    FindingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Open findings of an agency's outcome in the previous night. */
    List<FindingRow> openBefore(RunRef run, String agency) {
        if (!run.hasPrevious()) {
            return List.of();
        }
        return jdbc.query("""
                select f.* from night n join finding f on f.run_id = n.outcome_run and f.agency = n.agency
                where n.run_id = ? and n.agency = ? and f.part = 'LIST' and not f.resolved""", FINDING, run.previous(), agency);
    }

    /** Findings of the previous night that were of that night only, of all agencies. */
    List<FindingRow> nightOnlyBefore(RunRef run) {
        return jdbc.query(
                "select * from finding where run_id = ? and part = 'NIGHT' and not resolved", FINDING, run.previous());
    }

    /** Of these fingerprints, those that stood in a set published for an earlier date, with the date of the first. */
    Map<String, LocalDate> firstSeen(RunRef run, String agency, List<String> fingerprints) {
        Map<String, LocalDate> seen = new HashMap<>();
        for (int from = 0; from < fingerprints.size(); from += 1_000) {
            List<String> some = fingerprints.subList(from, Math.min(fingerprints.size(), from + 1_000));
            List<Object> arguments = new ArrayList<>(List.of(run.mandate(), run.date(), agency));
            arguments.addAll(some);
            jdbc.query(
                    """
                    select f.fingerprint, min(f.first_seen) from finding f
                    join run r on r.run_id = f.run_id and r.mandate = ? and r.business_date < ?
                      and r.state = 'PUBLISHED'
                    where f.agency = ? and f.fingerprint in (%s) group by f.fingerprint""".formatted(String.join(",", Collections.nCopies(some.size(), "?"))),
                    r -> {
                        seen.put(r.getString(1), r.getDate(2).toLocalDate());
                    },
                    arguments.toArray());
        }
        return seen;
    }

    void insert(long run, List<FindingRow> findings) {
        Map<String, Integer> seq = new HashMap<>();
        jdbc.batchUpdate("""
                insert into finding (run_id, agency, part, seq, fingerprint, code, employee_no, employee_name, file,
                  sheet, row_no, field, value, expected, message, suggestion, first_seen, opened_depth, reopened,
                  resolved)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", findings, 2_000, (s, f) -> {
            Raised r = f.raised();
            s.setLong(1, run);
            s.setString(2, f.agency());
            s.setString(3, f.part().name());
            s.setInt(4, seq.merge(f.agency() + f.part(), 1, Integer::sum));
            s.setString(5, f.fingerprint());
            s.setString(6, r.code().name());
            s.setString(7, r.employeeNo());
            s.setString(8, r.employeeName());
            s.setString(9, r.file());
            s.setString(10, r.sheet());
            if (r.row() == null) {
                s.setNull(11, Types.INTEGER);
            } else {
                s.setInt(11, r.row());
            }
            s.setString(12, r.field());
            s.setString(13, r.value());
            s.setString(14, r.expected());
            s.setString(15, r.message());
            s.setString(16, r.suggestion());
            s.setDate(17, Date.valueOf(f.firstSeen()));
            s.setInt(18, f.openedDepth());
            s.setBoolean(19, f.reopened());
            s.setBoolean(20, f.resolved());
        });
    }
}
