package id.rekap.snapshot;

import id.rekap.reconcile.Outcome;
import java.util.List;

/** An agency's outcome with its findings in their lifecycle, ready to be written. */
@SuppressWarnings("ArrayRecordComponent") // carried from judge to database, never compared
public record Judged(Outcome outcome, byte[] listKey, List<FindingRow> findings) {
    @Override
    public String toString() {
        return outcome.toString();
    }
}
