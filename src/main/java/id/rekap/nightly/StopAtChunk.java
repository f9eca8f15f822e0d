package id.rekap.nightly;

import id.rekap.lock.RunLock;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/** Stops a step between two chunks when somebody has asked for it: our own flag, since Batch's stop races the step. */
final class StopAtChunk implements StepInterruptionPolicy {
    private final RunLock lock;

    StopAtChunk(RunLock lock) {
        this.lock = lock;
    }

    @Override
    public void checkInterrupted(StepExecution step) throws JobInterruptedException {
        if (lock.isStopAsked()) {
            step.setTerminateOnly();
            throw new JobInterruptedException("Asked to stop");
        }
    }
}
