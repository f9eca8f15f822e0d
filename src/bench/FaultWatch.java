import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Follows the steps of one run by Batch's tables, from before its process starts. */
final class FaultWatch {
    static final List<String> STEPS = List.of("receive", "read", "plan", "reconcile", "cross-check", "reconcile-again", "publish");
    private static final int POLL_MILLIS = 3;

    private final FaultHome home;
    private final String date;
    private final long before;

    FaultWatch(FaultHome home, String date) throws SQLException, IOException {
        this.home = home;
        this.date = date;
        this.before = Long.parseLong(
                home.column("select coalesce(max(JOB_EXECUTION_ID), 0) from BATCH_JOB_EXECUTION").get(0));
    }

    private String executions() {
        return """
                select max(JOB_EXECUTION_ID) from BATCH_JOB_EXECUTION_PARAMS
                where PARAMETER_NAME = 'run' and PARAMETER_VALUE like '%%/%s.1' and JOB_EXECUTION_ID > %d"""
                .formatted(date, before);
    }

    private String stepsQuery(String more) {
        return "select STEP_NAME from BATCH_STEP_EXECUTION where JOB_EXECUTION_ID = (" + executions()
                + ") and STEP_NAME not like '%:%'" + more + " order by STEP_EXECUTION_ID desc";
    }

    /** Waits until the process works at that step; false when it ended before. */
    boolean reaches(String step, FaultHome.Work work) throws InterruptedException {
        int from = STEPS.indexOf(step);
        while (work.lives()) {
            try (Connection connection = home.connect();
                    Statement statement = connection.createStatement()) {
                while (work.lives()) {
                    List<String> begun = FaultHome.rows(statement, stepsQuery(""));
                    if (!begun.isEmpty() && STEPS.indexOf(begun.get(0)) >= from) {
                        return true;
                    }
                    Thread.sleep(POLL_MILLIS);
                }
            } catch (SQLException | IOException notYet) {
                Thread.sleep(POLL_MILLIS); // no server yet, or no tables
            }
        }
        return false;
    }

    /** Where the process was when it ended. */
    String place() throws SQLException, IOException {
        return home.ask(statement -> {
            if (FaultHome.rows(statement, executions()).contains("null")) {
                return "before";
            }
            List<String> open = FaultHome.rows(statement, stepsQuery(" and STATUS = 'STARTED'"));
            boolean published = !FaultHome.rows(
                            statement,
                            "select 1 from run where business_date = '" + date + "' and state = 'PUBLISHED'")
                    .isEmpty();
            return published ? "after" : open.isEmpty() ? "between" : open.get(0);
        });
    }

    /** Milliseconds of each step of an undisturbed run. */
    static Map<String, Integer> durations(FaultHome calm) throws SQLException, IOException {
        Map<String, Integer> durations = new TreeMap<>();
        for (String row : calm.column("""
                select STEP_NAME, timestampdiff(microsecond, START_TIME, END_TIME) div 1000 from BATCH_STEP_EXECUTION
                where JOB_EXECUTION_ID = (select max(JOB_EXECUTION_ID) from BATCH_JOB_EXECUTION)""")) {
            String[] parts = row.split("\\|");
            durations.put(parts[0], Integer.parseInt(parts[1]));
        }
        return durations;
    }
}
