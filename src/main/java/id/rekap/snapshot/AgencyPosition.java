package id.rekap.snapshot;

import id.rekap.reconcile.AgencyState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agency on a night: a row of {@code agencies.csv}.
 *
 * @param submission as published, empty without one in force
 * @param receivedOn business date of the run that took the list in force
 * @param rows data rows of the list in force = counted + refused
 * @param headcount active people of the agency
 * @param coveredBy the agency above whose list speaks for it, or empty
 */
public record AgencyPosition(
        String code,
        String name,
        AgencyState state,
        String submission,
        @Nullable LocalDate receivedOn,
        int rows,
        int counted,
        int refused,
        int headcount,
        String coveredBy) {

    /** Does a list speak for it, its own or one from above? Else nobody knows where its people stand. */
    public boolean hasList() {
        return receivedOn != null || !coveredBy.isEmpty();
    }
}
