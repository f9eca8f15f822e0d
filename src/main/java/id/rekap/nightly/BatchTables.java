package id.rekap.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Puts right, under the run's lock, what a crash left in Batch's own tables: its recover, restart and abandon each refuse
 * some of it, and none looks whether the owner lives.
 */
final class BatchTables {
    private static final String INSTANCES_OF_RUN = """
            select distinct e.JOB_INSTANCE_ID from BATCH_JOB_EXECUTION e
            join BATCH_JOB_EXECUTION_PARAMS p on p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID
              and p.PARAMETER_NAME = 'run' and p.PARAMETER_VALUE = ?""";

    private static final String OPEN_EXECUTIONS = """
            select concat('execution ', e.JOB_EXECUTION_ID, ' ', e.STATUS) from BATCH_JOB_EXECUTION e
            join BATCH_JOB_EXECUTION_PARAMS p on p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID
              and p.PARAMETER_NAME = 'run' and p.PARAMETER_VALUE = ?
            where e.STATUS in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN') order by e.JOB_EXECUTION_ID""";

    private static final String OPEN_STEPS = """
            select concat('step ', s.STEP_NAME, ' ', s.STATUS) from BATCH_STEP_EXECUTION s
            join BATCH_JOB_EXECUTION_PARAMS p on p.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID
              and p.PARAMETER_NAME = 'run' and p.PARAMETER_VALUE = ?
            where s.STATUS in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN') order by s.STEP_EXECUTION_ID""";

    private static final String EMPTY_INSTANCES = """
            select concat('instance ', i.JOB_INSTANCE_ID, ' without an execution') from BATCH_JOB_INSTANCE i
            left join BATCH_JOB_EXECUTION e on e.JOB_INSTANCE_ID = i.JOB_INSTANCE_ID
            where e.JOB_EXECUTION_ID is null and i.JOB_NAME = 'nightly' and i.JOB_KEY = ?""";

    private static final List<String> OF_EXECUTION = List.of(
            "BATCH_STEP_EXECUTION", "BATCH_JOB_EXECUTION_CONTEXT", "BATCH_JOB_EXECUTION_PARAMS", "BATCH_JOB_EXECUTION");

    private final JdbcTemplate jdbc;

    BatchTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What a crash left open: executions and steps by name and status, and an instance that has no execution. */
    List<String> open(String run) {
        List<String> open = new ArrayList<>(jdbc.queryForList(OPEN_EXECUTIONS, String.class, run));
        open.addAll(jdbc.queryForList(OPEN_STEPS, String.class, run));
        open.addAll(jdbc.queryForList(EMPTY_INSTANCES, String.class, NightlyParameters.key(run)));
        return open;
    }

    /** Open executions of the run become FAILED, instances without any execution go. The caller owns the run. */
    void closeOpen(String run) {
        List<Long> instances = jdbc.queryForList(INSTANCES_OF_RUN, Long.class, run);
        for (long instance : instances) {
            executions(instance).forEach(this::closeOpen);
        }
        jdbc.update("""
                delete i from BATCH_JOB_INSTANCE i left join BATCH_JOB_EXECUTION e
                  on e.JOB_INSTANCE_ID = i.JOB_INSTANCE_ID
                where e.JOB_EXECUTION_ID is null and i.JOB_NAME = 'nightly' and i.JOB_KEY = ?""", NightlyParameters.key(run));
    }

    /** The same for one execution of the caller's own, which may have lost the run meanwhile. */
    void closeOpen(long execution) {
        jdbc.update("""
                update BATCH_STEP_EXECUTION
                set STATUS = 'FAILED', EXIT_CODE = 'FAILED', END_TIME = coalesce(END_TIME, LAST_UPDATED),
                    VERSION = VERSION + 1
                where JOB_EXECUTION_ID = ? and STATUS in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')""", execution);
        jdbc.update("""
                update BATCH_JOB_EXECUTION
                set STATUS = 'FAILED', EXIT_CODE = 'FAILED', END_TIME = coalesce(END_TIME, LAST_UPDATED),
                    VERSION = VERSION + 1
                where JOB_EXECUTION_ID = ? and STATUS in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')""", execution);
    }

    private List<Long> executions(long instance) {
        return jdbc.queryForList(
                "select JOB_EXECUTION_ID from BATCH_JOB_EXECUTION where JOB_INSTANCE_ID = ?", Long.class, instance);
    }

    /** As if Batch had never heard of the run. The caller owns it. */
    void forget(String run) {
        List<Long> instances = jdbc.queryForList(INSTANCES_OF_RUN, Long.class, run);
        for (long instance : instances) {
            for (long execution : executions(instance)) {
                jdbc.update("""
                        delete c from BATCH_STEP_EXECUTION_CONTEXT c
                        join BATCH_STEP_EXECUTION s on s.STEP_EXECUTION_ID = c.STEP_EXECUTION_ID
                        where s.JOB_EXECUTION_ID = ?""", execution);
                OF_EXECUTION.forEach(
                        table -> jdbc.update("delete from " + table + " where JOB_EXECUTION_ID = ?", execution));
            }
            jdbc.update("delete from BATCH_JOB_INSTANCE where JOB_INSTANCE_ID = ?", instance);
        }
    }

    /** The last execution of the run. */
    Optional<Long> last(String run) {
        return jdbc.queryForList("""
                        select max(JOB_EXECUTION_ID) from BATCH_JOB_EXECUTION_PARAMS
                        where PARAMETER_NAME = 'run' and PARAMETER_VALUE = ?""", Long.class, run).stream()
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }
}
