package id.rekap.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * People of an agency and employment type by how they stand to an obligation: a row of {@code snapshot.csv}.
 * {@code headcount - exempt = met + unverified + notMet + notReported}.
 *
 * @param obligation its id, or {@code all}
 * @param proven of those who have met it, whom evidence proves
 * @param total what counted rows report together, for counts; else null
 */
public record Tally(
        String agency,
        String type,
        String obligation,
        int headcount,
        int exempt,
        int met,
        int unverified,
        int notMet,
        int notReported,
        int proven,
        @Nullable Long total) {

    /** Where evidence proves nobody. */
    public Tally(
            String agency,
            String type,
            String obligation,
            int headcount,
            int exempt,
            int met,
            int unverified,
            int notMet,
            int notReported,
            @Nullable Long total) {
        this(agency, type, obligation, headcount, exempt, met, unverified, notMet, notReported, 0, total);
    }

    public int due() {
        return headcount - exempt;
    }
}
