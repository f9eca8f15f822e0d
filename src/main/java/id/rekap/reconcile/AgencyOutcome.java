package id.rekap.reconcile;

import java.util.List;

/** An agency's outcome with what it is made of and its findings in their lifecycle, ready to be written. */
public final class AgencyOutcome {
    /** Findings that stay in memory until their chunk is full; more are written at once. */
    private static final int FEW = 2_000;

    private final Outcome outcome;
    private final AgencyInput input;
    private final List<FindingRow> findings;
    private final boolean isWritten;

    /** @param isWritten is it in the database already, and only counted here? */
    private AgencyOutcome(Outcome outcome, AgencyInput input, List<FindingRow> findings, boolean isWritten) {
        this.outcome = outcome;
        this.input = input;
        this.findings = findings;
        this.isWritten = isWritten;
    }

    AgencyOutcome(Outcome outcome, AgencyInput input, List<FindingRow> findings) {
        this(outcome, input, findings, false);
    }

    public Outcome outcome() {
        return outcome;
    }

    AgencyInput input() {
        return input;
    }

    List<FindingRow> findings() {
        return findings;
    }

    boolean isWritten() {
        return isWritten;
    }

    boolean isLarge() {
        return findings.size() > FEW;
    }

    AgencyOutcome written() {
        return new AgencyOutcome(outcome.totals(), input, List.of(), true);
    }

    @Override
    public String toString() {
        return outcome.toString();
    }
}
