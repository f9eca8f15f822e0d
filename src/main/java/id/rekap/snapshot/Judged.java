package id.rekap.snapshot;

import id.rekap.reconcile.Outcome;
import java.util.List;

/**
 * An agency's outcome with its findings in their lifecycle, ready to be written.
 *
 * @param isWritten is it in the database already, and only counted here?
 */
@SuppressWarnings("ArrayRecordComponent") // carried from judge to database, never compared
public record Judged(Outcome outcome, byte[] listKey, List<FindingRow> findings, boolean isWritten) {
    /** Findings that stay in memory until their chunk is full; more are written at once. */
    private static final int FEW = 2_000;

    boolean isLarge() {
        return findings.size() > FEW;
    }

    Judged written() {
        return new Judged(outcome.totals(), listKey, List.of(), true);
    }

    @Override
    public String toString() {
        return outcome.toString();
    }
}
