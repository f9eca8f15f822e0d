package id.rekap.nightly;

import id.rekap.nightly.NightRunner.End;
import id.rekap.nightly.NightRunner.Result;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** How Batch says that a job ended. */
final class JobEnd {
    private JobEnd() {}

    /** As a call's end. */
    static Result result(Run run, JobExecution execution) {
        Map<String, Double> steps = new LinkedHashMap<>();
        execution.getStepExecutions().stream()
                .filter(s -> !s.getStepName().contains(":"))
                .sorted(Comparator.comparing(StepExecution::getId))
                .forEach(s -> steps.put(s.getStepName(), seconds(s.getStartTime(), s.getEndTime())));
        double seconds = seconds(execution.getStartTime(), execution.getEndTime());
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return new Result(End.PUBLISHED, run, seconds, 0, steps, null);
        }
        if (execution.getStatus() == BatchStatus.STOPPED) {
            return new Result(End.STOPPED, run, seconds, 0, steps, null);
        }
        return new Result(End.FAILED, run, seconds, 0, steps, reason(execution));
    }

    /** Has something happened in it that passes by itself? */
    static boolean hasPassingFault(JobExecution execution) {
        return failures(execution).anyMatch(TransientFault::is);
    }

    private static Stream<Throwable> failures(JobExecution execution) {
        return execution.getAllFailureExceptions().stream();
    }

    private static double seconds(@Nullable LocalDateTime from, @Nullable LocalDateTime to) {
        return from == null || to == null ? 0 : Duration.between(from, to).toNanos() / 1e9;
    }

    private static String reason(JobExecution execution) {
        for (var step : execution.getStepExecutions()) {
            for (Throwable failure : step.getFailureExceptions()) {
                Optional<String> told = FaultRedaction.told(failure);
                if (told.isPresent()) {
                    return step.getStepName() + ": " + told.get();
                }
            }
        }
        return failures(execution)
                .filter(TransientFault::is)
                .map(e -> FaultRedaction.fault(e).getMessage())
                .findFirst()
                .or(() -> failures(execution)
                        .map(e -> e.getClass().getSimpleName())
                        .findFirst())
                .orElse("Status " + execution.getStatus());
    }
}
