package id.rekap.retention;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Spring Batch's records: of imports that ended, and of nights that were published. */
final class PastExecutions {
    private static final int AT_ONCE = 500;

    private static final String ENDED = """
            select e.JOB_EXECUTION_ID from BATCH_JOB_EXECUTION e
            join BATCH_JOB_INSTANCE i on i.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID
            left join BATCH_JOB_EXECUTION_PARAMS p on p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID and p.PARAMETER_NAME = 'run'
            left join run r on concat(r.mandate, '/', r.business_date, '.', r.revision) = p.PARAMETER_VALUE
            where e.END_TIME < ? and (i.JOB_NAME <> 'nightly' or r.state = 'PUBLISHED')
            order by e.JOB_EXECUTION_ID""";

    private final JdbcTemplate jdbc;
    private final Rows rows;

    PastExecutions(JdbcTemplate jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The execution's own row last: who is cut off before finds it again. */
    long of(LocalDate before) {
        List<Long> ended = jdbc.queryForList(ENDED, Long.class, before.atStartOfDay());
        for (int from = 0; from < ended.size() && !rows.countsOnly(); from += AT_ONCE) {
            String some = "JOB_EXECUTION_ID in ("
                    + String.join(
                            ",",
                            ended.subList(from, Math.min(ended.size(), from + AT_ONCE)).stream()
                                    .map(String::valueOf)
                                    .toList())
                    + ")";
            jdbc.update("delete from BATCH_STEP_EXECUTION_CONTEXT where STEP_EXECUTION_ID in ("
                    + "select STEP_EXECUTION_ID from BATCH_STEP_EXECUTION where " + some + ")");
            for (String table : List.of(
                    "BATCH_STEP_EXECUTION",
                    "BATCH_JOB_EXECUTION_CONTEXT",
                    "BATCH_JOB_EXECUTION_PARAMS",
                    "BATCH_JOB_EXECUTION")) {
                rows.of(table, some);
            }
        }
        if (!rows.countsOnly()) {
            // one that has no execution yet is about to get it: its number is above all others
            rows.of(
                    "BATCH_JOB_INSTANCE",
                    "JOB_INSTANCE_ID not in (select JOB_INSTANCE_ID from BATCH_JOB_EXECUTION)"
                            + " and JOB_INSTANCE_ID < (select max(JOB_INSTANCE_ID) from BATCH_JOB_EXECUTION)");
        }
        return ended.size();
    }
}
