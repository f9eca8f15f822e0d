package id.rekap.reconcile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the database keeps it.
 *
 * @param reopenedOn date of the set in which it was back again, the last time; null: it has been open since it was first seen
 * @param resolved gone with the run that holds this row
 */
public record FindingRow(
        String agency,
        Part part,
        RaisedException raised,
        String fingerprint,
        LocalDate firstSeen,
        @Nullable LocalDate reopenedOn,
        boolean resolved) {

    /** What a finding hangs on. */
    public enum Part {
        /** The agency's facts. */
        LIST,
        /** Only what happened this night. */
        NIGHT,
        /** What is claimed beside the facts, and silence: told anew each night, and nothing is judged for it. */
        CLAIM,
        /** Exports of official accounts that nobody is judged by: told anew each night. */
        EVIDENCE
    }

    FindingRow asResolved() {
        return new FindingRow(agency, part, raised, fingerprint, firstSeen, reopenedOn, true);
    }

    /** Date of the set in which its present open time began. */
    LocalDate openedOn() {
        return reopenedOn == null ? firstSeen : reopenedOn;
    }

    /**
     * As the night of a date publishes it.
     *
     * @param before the dates published before that night's set; of a resolved one, which is listed as it was, before the last
     *     set that it stood in
     */
    public Finding published(LocalDate date, PublishedDates before) {
        FindingState state = resolved
                ? FindingState.RESOLVED
                : openedOn().isBefore(date)
                        ? FindingState.OPEN
                        : reopenedOn == null ? FindingState.NEW : FindingState.REOPENED;
        int nights = before.since(openedOn()) + 1;
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
