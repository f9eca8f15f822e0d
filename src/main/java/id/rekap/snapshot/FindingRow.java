package id.rekap.snapshot;

import id.rekap.reconcile.Raised;
import java.time.LocalDate;

/**
 * A finding as the database keeps it.
 *
 * @param openedDepth depth of the run in which its present open time began
 * @param reopened it had been in an earlier set before that
 * @param resolved gone with the run that holds this row
 */
record FindingRow(
        String agency,
        Part part,
        Raised raised,
        String fingerprint,
        LocalDate firstSeen,
        int openedDepth,
        boolean reopened,
        boolean resolved) {

    /** What a finding hangs on: the agency's facts, or only what happened this night. */
    enum Part {
        LIST,
        NIGHT
    }

    FindingRow asResolved() {
        return new FindingRow(agency, part, raised, fingerprint, firstSeen, openedDepth, reopened, true);
    }

    /** As the given night publishes it. */
    Finding published(int depth) {
        FindingState state = resolved
                ? FindingState.RESOLVED
                : openedDepth < depth ? FindingState.OPEN : reopened ? FindingState.REOPENED : FindingState.NEW;
        // a resolved one is listed as it was: its open nights are those of the last set
        int nights = (resolved ? depth - 1 : depth) - openedDepth + 1;
        return new Finding(
                state,
                raised.code(),
                agency,
                raised.employeeNo(),
                raised.employeeName(),
                raised.file(),
                raised.sheet(),
                raised.row(),
                raised.field(),
                raised.value(),
                raised.expected(),
                raised.message(),
                raised.suggestion(),
                firstSeen,
                nights,
                fingerprint,
                raised.own());
    }

    @Override
    public String toString() {
        return raised.toString();
    }
}
