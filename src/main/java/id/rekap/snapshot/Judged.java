package id.rekap.snapshot;

import id.rekap.reconcile.Outcome;
import java.util.List;

/** An agency's outcome with its findings in their lifecycle, ready to be written. */
public record Judged(Outcome outcome, List<FindingRow> findings) {
    @Override
    public String toString() {
        return outcome.toString();
    }
}
