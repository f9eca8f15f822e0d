package id.rekap.schedule;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A date of a job that has become due.
 *
 * @param giveUpAt after which it is tried no more
 * @param failures attempts that failed
 * @param nextAt not before which it is tried
 * @param said what the last attempt ended with
 */
public record ScheduledDate(
        ScheduledJob job,
        LocalDate date,
        Instant dueAt,
        Instant giveUpAt,
        State state,
        int failures,
        Instant nextAt,
        String said) {

    /** What became of it. */
    public enum State {
        /** It is to be run, or runs. */
        DUE,
        DONE,
        /** Tried until its time was over, or refused. */
        FAILED,
        /** Somebody stopped it; it is theirs to go on. */
        STOPPED,
        /** Nobody was up at its time, or the schedule let it pass. */
        MISSED
    }
}
