package id.rekap.retention;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Published nights before those that are kept, and what the kept ones still need of them: an agency of which nothing changed
 * has the outcome of a night long ago. What is counted, of agencies and groups, stays.
 */
final class PastNights {
    /** Kept whole: from a date on; what those were judged beside; and the last night of each mandate before. */
    private static final String KEPT = """
            (select run_id from run where business_date >= ?
             union select previous_run from run where business_date >= ? and previous_run is not null
             union select r.run_id from run r join (
               select mandate, max(business_date) last from run
               where state = 'PUBLISHED' and business_date < ? group by mandate) l
               on l.mandate = r.mandate and l.last = r.business_date)""";

    private final JdbcTemplate jdbc;
    private final Rows rows;
    private final LocalDate keptFrom;

    PastNights(JdbcTemplate jdbc, Rows rows, LocalDate keptFrom) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.keptFrom = keptFrom;
    }

    /** What was judged of people; the counts of it stay. */
    long people(LocalDate before) {
        Map<Long, Set<String>> outcomes = needed("outcome_run");
        Map<Long, Set<String>> matches = needed("match_run");
        long all = 0;
        for (long run : past(before)) {
            Set<String> outcome = outcomes.getOrDefault(run, Set.of());
            all += stripped(run, outcome);
            all += rows.of("unmatched_row", "run_id = ?" + Rows.notOf(outcome), Rows.arguments(run, outcome));
            Set<String> match = matches.getOrDefault(run, Set.of());
            all += rows.of("cross_agency_match", "run_id = ?" + Rows.notOf(match), Rows.arguments(run, match));
        }
        return all;
    }

    /** Handles of people, and who of them is exempt. */
    private long stripped(long run, Set<String> needed) {
        String where = " where run_id = ? and (claims <> '' or input <> '')" + Rows.notOf(needed);
        if (!rows.countsOnly()) {
            return jdbc.update("update outcome set claims = '', input = ''" + where, Rows.arguments(run, needed));
        }
        Long count =
                jdbc.queryForObject("select count(*) from outcome" + where, Long.class, Rows.arguments(run, needed));
        return count == null ? 0 : count;
    }

    /** When each one opened stays: a fingerprint names nobody, and one that comes back is known by it. */
    long exceptions(LocalDate before) {
        Map<Long, Set<String>> outcomes = needed("outcome_run");
        long all = 0;
        for (long run : past(before)) {
            Set<String> outcome = outcomes.getOrDefault(run, Set.of());
            all += rows.of(
                    "finding_page", "run_id = ? and part = 'LIST'" + Rows.notOf(outcome), Rows.arguments(run, outcome));
            all += rows.of("finding_page", "run_id = ? and part <> 'LIST'", run);
        }
        return all;
    }

    private List<Long> past(LocalDate before) {
        LocalDate limit = before.isBefore(keptFrom) ? before : keptFrom;
        return jdbc.queryForList(
                "select r.run_id from run r left join " + KEPT + " k on k.run_id = r.run_id"
                        + " where r.state = 'PUBLISHED' and r.business_date < ? and k.run_id is null order by r.run_id",
                Long.class,
                keptFrom,
                keptFrom,
                keptFrom,
                limit);
    }

    /** Of earlier runs those agencies that a kept night points at. */
    private Map<Long, Set<String>> needed(String column) {
        Map<Long, Set<String>> needed = new HashMap<>();
        jdbc.query(
                "select distinct n." + column + ", n.agency from night n join " + KEPT + " k on k.run_id = n.run_id"
                        + " where n." + column + " <> 0",
                row -> {
                    needed.computeIfAbsent(row.getLong(1), run -> new TreeSet<>())
                            .add(row.getString(2));
                },
                keptFrom,
                keptFrom,
                keptFrom);
        return needed;
    }
}
