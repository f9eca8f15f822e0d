package id.rekap.snapshot;

import id.rekap.reconcile.Docket;
import java.util.List;

/** An agency to be judged: what judging it reads, the key of that, and what was open in the previous set. */
@SuppressWarnings("ArrayRecordComponent") // carried from the database to judge, never compared
record Case(Docket docket, byte[] listKey, List<FindingRow> openBefore) {
    @Override
    public String toString() {
        return docket.agency();
    }
}
