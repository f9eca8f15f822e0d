package id.rekap.reconcile;

import java.util.Arrays;

/**
 * What an outcome was made of: it holds as long as these are equal.
 *
 * @param input digest of {@link AgencyInput}
 * @param unmatched digest of what the register says of the list's numbers that are not of the agency's people
 */
@SuppressWarnings("ArrayRecordComponent") // compared by holds
record OutcomeKeys(byte[] input, byte[] unmatched) {
    boolean holds(OutcomeKeys now) {
        return Arrays.equals(input, now.input) && Arrays.equals(unmatched, now.unmatched);
    }

    @Override
    public String toString() {
        return "keys of an outcome";
    }
}
