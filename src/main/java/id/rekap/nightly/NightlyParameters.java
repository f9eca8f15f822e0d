package id.rekap.nightly;

import org.springframework.batch.core.job.DefaultJobKeyGenerator;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** The one identifying parameter of the job: the run's natural name. Anything more would split a date in two. */
final class NightlyParameters {
    private NightlyParameters() {}

    static String name(Run run) {
        return run.mandate() + "/" + run.date() + "." + run.revision();
    }

    static JobParameters of(String run) {
        return new JobParametersBuilder().addString("run", run, true).toJobParameters();
    }

    /** As Batch keeps it with the instance. */
    static String key(String run) {
        return new DefaultJobKeyGenerator().generateKey(of(run));
    }
}
