package id.rekap.nightly;

import id.rekap.reconcile.RunRef;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A run: a mandate, a date and a revision.
 *
 * @param previous run whose set stands for the latest earlier date, 0 without one
 * @param batch the batch that it does; 0: it takes, but has not begun to; null: it takes nothing
 * @param settings as they were when it began: a restart uses the same
 */
public record Run(
        long id,
        String mandate,
        LocalDate date,
        int revision,
        State state,
        long previous,
        @Nullable Integer batch,
        int shards,
        RunSettings settings) {

    /** Where a run stands. */
    public enum State {
        STARTED,
        STOPPED,
        FAILED,
        PUBLISHED
    }

    public RunRef ref() {
        return new RunRef(id, mandate, date, revision, previous);
    }

    public boolean isPublished() {
        return state == State.PUBLISHED;
    }

    /** Has it looked at the inbox? It does so once. */
    public boolean hasLooked() {
        return batch != null && batch > 0;
    }

    /** As people write it: date and revision, with the mandate in front where it is not the default one. */
    public String name(String defaultMandate) {
        return name(mandate, date, revision, defaultMandate);
    }

    static String name(String mandate, Object date, int revision, String defaultMandate) {
        return (mandate.equals(defaultMandate) ? "" : mandate + "/") + date + "." + revision;
    }
}
