package id.rekap.reconcile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agency's outcome with what it is made of and its findings in their lifecycle, ready to be written. */
public final class AgencyOutcome {
    /** Findings that stay in memory until their chunk is full; more are written at once. */
    private static final int FEW = 2_000;

    private final Outcome outcome;
    private final AgencyInput input;
    private final List<FindingRow> findings;
    private final @Nullable HandleHistory history;
    private final boolean isWritten;

    /** @param isWritten is it in the database already, and only counted here? */
    private AgencyOutcome(
            Outcome outcome,
            AgencyInput input,
            List<FindingRow> findings,
            @Nullable HandleHistory history,
            boolean isWritten) {
        this.outcome = outcome;
        this.input = input;
        this.findings = findings;
        this.history = history;
        this.isWritten = isWritten;
    }

    /** @param history what lists said by now, where it is to be kept for the next one */
    AgencyOutcome(Outcome outcome, AgencyInput input, List<FindingRow> findings, @Nullable HandleHistory history) {
        this(outcome, input, findings, history, false);
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

    @Nullable
    HandleHistory history() {
        return history;
    }

    boolean isWritten() {
        return isWritten;
    }

    boolean isLarge() {
        return findings.size() > FEW;
    }

    AgencyOutcome written() {
        return new AgencyOutcome(outcome.totals(), input, List.of(), null, true);
    }

    @Override
    public String toString() {
        return outcome.toString();
    }
}
