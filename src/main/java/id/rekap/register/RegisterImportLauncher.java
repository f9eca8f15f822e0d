package id.rekap.register;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Starts the job of an import; each is an instance of its own. */
final class RegisterImportLauncher {
    /** The import's lock is held, so whatever is open is of one that died. */
    private static final String[] CLOSE_OPEN = {"""
        update BATCH_STEP_EXECUTION s
          join BATCH_JOB_EXECUTION e on e.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID
          join BATCH_JOB_INSTANCE i on i.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID and i.JOB_NAME = ?
           set s.STATUS = 'FAILED', s.EXIT_CODE = 'FAILED', s.END_TIME = coalesce(s.END_TIME, s.LAST_UPDATED),
               s.VERSION = s.VERSION + 1
         where s.STATUS in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')""", """
        update BATCH_JOB_EXECUTION e
          join BATCH_JOB_INSTANCE i on i.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID and i.JOB_NAME = ?
           set e.STATUS = 'FAILED', e.EXIT_CODE = 'FAILED', e.END_TIME = coalesce(e.END_TIME, e.LAST_UPDATED),
               e.VERSION = e.VERSION + 1
         where e.STATUS in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')"""};

    private RegisterImportLauncher() {}

    static void run(DataSource database, EmployeeImport register, ImportRequest request) {
        RegisterImportJob.Fault fault = new RegisterImportJob.Fault();
        JdbcTemplate jdbc = new JdbcTemplate(database);
        for (String close : CLOSE_OPEN) {
            jdbc.update(close, RegisterImportJob.NAME);
        }
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
            context.registerBean(
                    EmployeeImport.class, () -> register, definition -> definition.setDestroyMethodName(""));
            context.registerBean(RegisterImportJob.Fault.class, () -> fault);
            context.register(RegisterImportJob.class);
            context.refresh();
            JobExecution execution = context.getBean(JobOperator.class)
                    .start(
                            context.getBean(Job.class),
                            new JobParametersBuilder()
                                    .addString("import", UUID.randomUUID().toString())
                                    .addString("date", request.date().toString(), false)
                                    .toJobParameters());
            fault.rethrow();
            // What is committed is done, also where Batch could not write down that it is.
            if (execution.getStatus() != BatchStatus.COMPLETED && !register.isDecided()) {
                throw new IllegalStateException("The import ended in " + execution.getStatus() + " without a reason");
            }
        } catch (JobExecutionException e) {
            throw new IllegalStateException("Batch refuses to start the import: " + e.getMessage(), e);
        }
    }
}
