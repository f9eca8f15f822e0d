package id.rekap.snapshot;

import id.rekap.reconcile.Docket;
import java.util.List;

/** An agency to be judged: what it is made of, loaded, and what was open in the previous set. */
record Case(Docket docket, AgencyInput input, List<FindingRow> openBefore) {
    @Override
    public String toString() {
        return docket.agency();
    }
}
