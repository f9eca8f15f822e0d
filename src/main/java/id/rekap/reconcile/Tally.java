package id.rekap.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * People of an agency and employment type by how they stand to an obligation: a row of {@code snapshot.csv}.
 * {@code headcount - exempt = met + unverified + notMet + notReported}.
 *
 * @param obligation its id, or {@code all}
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
        @Nullable Long total) {

    public int due() {
        return headcount - exempt;
    }
}
