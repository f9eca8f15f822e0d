package id.rekap.reconcile;

import id.rekap.database.Marks;
import id.rekap.database.ServerPrepared;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Findings in the database: pages of them, read and written whole, and beside them when each fingerprint opened, which is
 * all that is ever searched.
 */
public final class FindingRows {
    private static final int PAIRS_AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;

    public FindingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Open findings of these agencies' outcomes in the previous night. */
    Map<String, List<FindingRow>> openBefore(RunRef run, Collection<String> agencies) {
        if (!run.hasPrevious() || agencies.isEmpty()) {
            return Map.of();
        }
        Map<String, List<FindingRow>> open = new HashMap<>();
        List<Object> arguments = new ArrayList<>(List.of(run.previous()));
        arguments.addAll(agencies);
        jdbc.query(
                """
                select n.agency, p.body from night n
                join finding_page p on p.run_id = n.outcome_run and p.agency = n.agency and p.part = 'LIST'
                where n.run_id = ? and n.agency in (%s) order by n.agency, p.page""".formatted(Marks.of(agencies)),
                r -> {
                    String agency = r.getString(1);
                    open.computeIfAbsent(agency, a -> new ArrayList<>())
                            .addAll(FindingCodec.decode(agency, FindingRow.Part.LIST, r.getBytes(2)));
                },
                arguments.toArray());
        open.values().forEach(own -> own.removeIf(FindingRow::resolved));
        return open;
    }

    /** Open findings that are told anew each night, of all agencies. */
    List<FindingRow> toldAnew(long run) {
        List<FindingRow> findings = new ArrayList<>();
        jdbc.query(
                "select agency, part, body from finding_page where run_id = ? and part in ('NIGHT', 'CLAIM', 'EVIDENCE') order by agency, part, page",
                r -> {
                    findings.addAll(FindingCodec.decode(
                            r.getString(1), FindingRow.Part.valueOf(r.getString(2)), r.getBytes(3)));
                },
                run);
        findings.removeIf(FindingRow::resolved);
        return findings;
    }

    /**
     * Tells a part of a night anew, in place of what the run has told of it, in the caller's transaction. Those that are gone
     * are not written: a set finds them in the night before.
     *
     * @param raised by agency
     */
    public void tell(RunRef run, FindingRow.Part part, Map<String, List<RaisedException>> raised) {
        jdbc.update("delete from finding_page where run_id = ? and part = ?", run.id(), part.name());
        jdbc.update("delete from finding_opening where run_id = ? and part = ?", run.id(), part.name());
        if (raised.isEmpty()) {
            return;
        }
        Map<String, List<FindingRow>> before = toldAnew(run.previous()).stream()
                .filter(f -> f.part() == part)
                .collect(Collectors.groupingBy(FindingRow::agency));
        List<ExceptionLifecycle.Change> changes = new ArrayList<>();
        raised.forEach((agency, own) ->
                changes.add(new ExceptionLifecycle.Change(agency, own, before.getOrDefault(agency, List.of()))));
        insert(
                run,
                new ExceptionLifecycle(this, run)
                        .follow(part, changes).stream()
                                .filter(f -> !f.resolved())
                                .toList());
    }

    /** As a night shows them: its own, then those of the night before that are gone. */
    public List<FindingRow> toldAnewShown(RunRef run) {
        record Open(String agency, String fingerprint) {}
        List<FindingRow> shown = toldAnew(run.id());
        Set<Open> open = new HashSet<>();
        shown.forEach(f -> open.add(new Open(f.agency(), f.fingerprint())));
        for (FindingRow before : toldAnew(run.previous())) {
            if (!open.contains(new Open(before.agency(), before.fingerprint()))) {
                shown.add(before.asResolved());
            }
        }
        return shown;
    }

    /** Findings of these agencies' outcomes as a night shows them: those resolved only in the night that saw them go. */
    public List<FindingRow> shown(RunRef run, List<String> agencies) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(run.id());
        arguments.addAll(agencies);
        List<FindingRow> findings = new ArrayList<>();
        jdbc.query(
                """
                select n.agency, n.outcome_run, p.body from night n
                join finding_page p on p.run_id = n.outcome_run and p.agency = n.agency and p.part = 'LIST'
                where n.run_id = ? and n.agency in (%s) order by n.agency, p.page""".formatted(Marks.of(agencies)),
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

    /** Of findings of several agencies, those that stood in a set published for an earlier date. */
    Map<String, Map<String, LocalDate>> firstSeen(RunRef run, Map<String, ? extends Collection<String>> fingerprints) {
        record Pair(String agency, String fingerprint) {}
        List<Pair> pairs = new ArrayList<>();
        fingerprints.forEach((agency, prints) -> prints.forEach(print -> pairs.add(new Pair(agency, print))));
        Map<String, Map<String, LocalDate>> seen = new HashMap<>();
        for (int from = 0; from < pairs.size(); from += PAIRS_AT_ONCE) {
            List<Pair> some = pairs.subList(from, Math.min(pairs.size(), from + PAIRS_AT_ONCE));
            List<Object> arguments = new ArrayList<>(List.of(run.mandate(), run.date()));
            some.forEach(pair -> Collections.addAll(arguments, pair.agency(), pair.fingerprint()));
            jdbc.query(
                    """
                    select o.agency, o.fingerprint, min(o.first_seen) from finding_opening o
                    join run r on r.run_id = o.run_id and r.mandate = ? and r.business_date < ?
                      and r.state = 'PUBLISHED'
                    where %s group by o.agency, o.fingerprint""".formatted(Marks.anyOf(some, "o.agency = ? and o.fingerprint = ?")),
                    r -> {
                        seen.computeIfAbsent(r.getString(1), a -> new HashMap<>())
                                .put(r.getString(2), r.getObject(3, LocalDate.class));
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
            // one that is back has an opening already: that of the set in which it was seen first
            if (!f.resolved() && f.firstSeen().equals(run.date())) {
                openings.add(new Object[] {
                    f.agency(), f.fingerprint(), run.id(), f.part().name(), f.firstSeen()
                });
            }
        }
        List<Object[]> pages = new ArrayList<>();
        byOwner.forEach((owner, own) -> {
            Iterator<FindingRow> left = own.iterator();
            for (int number = 0; left.hasNext(); number++) {
                FindingCodec.Page page = FindingCodec.encode(left);
                pages.add(new Object[] {run.id(), owner.agency(), owner.part().name(), number, page.count(), page.body()
                });
            }
        });
        ServerPrepared.insert(
                jdbc,
                "insert into finding_page (run_id, agency, part, page, row_count, body) values (?, ?, ?, ?, ?, ?)",
                pages);
        jdbc.batchUpdate(
                "insert into finding_opening (agency, fingerprint, run_id, part, first_seen) values (?, ?, ?, ?, ?)",
                openings);
    }
}
