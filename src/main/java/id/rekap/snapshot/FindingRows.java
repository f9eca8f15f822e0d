package id.rekap.snapshot;

import id.rekap.database.ServerPrepared;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Findings in the database: pages of them, read and written whole, and beside them when each fingerprint opened, which is
 * all that is ever searched.
 */
final class FindingRows {
    private static final int PAGE = 2_000;
    private static final int IN_AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;

    FindingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Open findings of an agency's outcome in the previous night. */
    List<FindingRow> openBefore(RunRef run, String agency) {
        if (!run.hasPrevious()) {
            return List.of();
        }
        List<FindingRow> open = new ArrayList<>();
        jdbc.query(
                """
                select p.body from night n join finding_page p on p.run_id = n.outcome_run and p.agency = n.agency
                  and p.part = 'LIST'
                where n.run_id = ? and n.agency = ? order by p.page""",
                r -> {
                    open.addAll(FindingCodec.decode(agency, FindingRow.Part.LIST, r.getBytes(1)));
                },
                run.previous(),
                agency);
        open.removeIf(FindingRow::resolved);
        return open;
    }

    /** Findings that were of that night only, of all agencies. */
    List<FindingRow> nightOnly(long run) {
        List<FindingRow> findings = new ArrayList<>();
        jdbc.query(
                "select agency, body from finding_page where run_id = ? and part = 'NIGHT' order by agency, page",
                r -> {
                    findings.addAll(FindingCodec.decode(r.getString(1), FindingRow.Part.NIGHT, r.getBytes(2)));
                },
                run);
        return findings;
    }

    /** Findings of these agencies' outcomes as a night shows them: those resolved only in the night that saw them go. */
    List<FindingRow> shown(RunRef run, List<String> agencies) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(run.id());
        arguments.addAll(agencies);
        List<FindingRow> findings = new ArrayList<>();
        jdbc.query(
                """
                select n.agency, n.outcome_run, p.body from night n
                join finding_page p on p.run_id = n.outcome_run and p.agency = n.agency and p.part = 'LIST'
                where n.run_id = ? and n.agency in (%s) order by n.agency, p.page""".formatted(String.join(",", Collections.nCopies(agencies.size(), "?"))),
                r -> {
                    boolean own = r.getLong(2) == run.id();
                    for (FindingRow finding :
                            FindingCodec.decode(r.getString(1), FindingRow.Part.LIST, r.getBytes(3))) {
                        if (own || !finding.resolved()) {
                            findings.add(finding);
                        }
                    }
                },
                arguments.toArray());
        return findings;
    }

    /** Of these fingerprints, those that stood in a set published for an earlier date, with the date of the first. */
    Map<String, LocalDate> firstSeen(RunRef run, String agency, List<String> fingerprints) {
        Map<String, LocalDate> seen = new HashMap<>();
        for (int from = 0; from < fingerprints.size(); from += IN_AT_ONCE) {
            List<String> some = fingerprints.subList(from, Math.min(fingerprints.size(), from + IN_AT_ONCE));
            List<Object> arguments = new ArrayList<>(List.of(run.mandate(), run.date(), agency));
            arguments.addAll(some);
            jdbc.query(
                    """
                    select o.fingerprint, min(o.first_seen) from finding_opening o
                    join run r on r.run_id = o.run_id and r.mandate = ? and r.business_date < ?
                      and r.state = 'PUBLISHED'
                    where o.agency = ? and o.fingerprint in (%s) group by o.fingerprint""".formatted(String.join(",", Collections.nCopies(some.size(), "?"))),
                    r -> {
                        seen.put(r.getString(1), r.getDate(2).toLocalDate());
                    },
                    arguments.toArray());
        }
        return seen;
    }

    void insert(RunRef run, List<FindingRow> findings) {
        record Owner(String agency, FindingRow.Part part) {}
        Map<Owner, List<FindingRow>> byOwner = new LinkedHashMap<>();
        List<Object[]> openings = new ArrayList<>();
        for (FindingRow f : findings) {
            byOwner.computeIfAbsent(new Owner(f.agency(), f.part()), o -> new ArrayList<>())
                    .add(f);
            if (!f.resolved() && f.openedDepth() == run.depth()) {
                openings.add(new Object[] {
                    f.agency(), f.fingerprint(), run.id(), f.part().name(), Date.valueOf(f.firstSeen())
                });
            }
        }
        List<Object[]> pages = new ArrayList<>();
        byOwner.forEach((owner, own) -> {
            for (int from = 0; from < own.size(); from += PAGE) {
                List<FindingRow> page = own.subList(from, Math.min(own.size(), from + PAGE));
                pages.add(new Object[] {
                    run.id(), owner.agency(), owner.part().name(), from / PAGE, page.size(), FindingCodec.encode(page)
                });
            }
        });
        ServerPrepared.execute(
                jdbc,
                "insert into finding_page (run_id, agency, part, page, row_count, body) values (?, ?, ?, ?, ?, ?)",
                pages);
        jdbc.batchUpdate(
                "insert into finding_opening (agency, fingerprint, run_id, part, first_seen) values (?, ?, ?, ?, ?)",
                openings);
    }
}
