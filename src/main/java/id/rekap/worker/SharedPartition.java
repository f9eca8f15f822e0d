package id.rekap.worker;

import java.time.LocalDate;

/**
 * A partition of a step of a run that others may work on.
 *
 * @param stepExecution Batch's own id
 * @param token of the run's lock when it was offered
 */
public record SharedPartition(
        long stepExecution, long run, String mandate, LocalDate date, long token, String step, int shard) {}
