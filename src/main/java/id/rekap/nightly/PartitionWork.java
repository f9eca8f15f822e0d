package id.rekap.nightly;

import id.rekap.worker.SharedPartition;
import id.rekap.worker.SharedPartitions;
import id.rekap.worker.SharedPartitions.State;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;

/** Works on partitions of one run, in the run's own process or elsewhere, and says how each ended. */
final class PartitionWork {
    private final StepExecutionRequestHandler handler = new StepExecutionRequestHandler();
    private final SharedPartitions partitions;
    private final LateRefusals refusals;
    private final long worker;

    PartitionWork(JobRepository repository, StepForms steps, SharedPartitions partitions, long worker) {
        handler.setJobRepository(repository);
        handler.setStepLocator(steps);
        this.partitions = partitions;
        this.refusals = steps.refusals();
        this.worker = worker;
    }

    /**
     * How it ended.
     *
     * @param failure in words without data
     * @param passes by itself
     */
    record Ended(State state, @Nullable String failure, boolean passes) {
        static Ended failed(Throwable why) {
            String told = FaultRedaction.told(why)
                    .orElseGet(() -> FaultRedaction.fault(why).getMessage());
            return new Ended(State.FAILED, told, TransientFault.is(why));
        }
    }

    /** Batch keeps how far it came; the run learns how it ended from the row. */
    void on(SharedPartition partition) {
        Ended ended = ended(handler.handle(new StepExecutionRequest(partition.step(), partition.stepExecution())));
        partitions.ended(partition, worker, ended.state(), ended.failure(), ended.passes());
    }

    private Ended ended(StepExecution step) {
        if (step.getStatus() == BatchStatus.STOPPED) {
            return new Ended(State.STOPPED, null, false);
        }
        if (step.getStatus() != BatchStatus.COMPLETED) {
            List<Throwable> why = step.getFailureExceptions();
            return why.isEmpty()
                    ? new Ended(State.FAILED, "Status " + step.getStatus(), false)
                    : why.stream()
                            .filter(TransientFault::is)
                            .findFirst()
                            .map(Ended::failed)
                            .orElseGet(() -> Ended.failed(why.get(0)));
        }
        try {
            refusals.planAgain();
            return new Ended(State.DONE, null, false);
        } catch (FaultRedaction.StepFault refused) {
            return Ended.failed(refused);
        }
    }
}
