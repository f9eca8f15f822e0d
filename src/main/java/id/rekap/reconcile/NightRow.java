package id.rekap.reconcile;

import id.rekap.intake.Submissions;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An agency on a night, as the table {@code night} has it. */
public record NightRow(
        String agency,
        String state,
        @Nullable String coveredBy,
        @Nullable LocalDate receivedOn,
        int batch,
        boolean stale,
        long outcomeRun,
        long matchRun) {
    /** It left the register since the last night: only its findings are still to be resolved. */
    static final String GONE = "GONE";

    boolean hasList() {
        return receivedOn != null;
    }

    /** Of its list in force. */
    Submissions.Place place() {
        if (receivedOn == null) {
            throw new IllegalStateException("The agency " + agency + " has no list in force");
        }
        return new Submissions.Place(agency, receivedOn, batch);
    }
}
