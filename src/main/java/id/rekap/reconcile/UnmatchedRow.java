package id.rekap.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * A list row whose number is not of the agency's own people.
 *
 * @param person the register's id, null where the register does not know the number
 * @param state digest of what the register said of it, see {@link UnmatchedRows#state}
 * @param counts active elsewhere and first of that person in this list: it counts unless another agency's row does
 */
record UnmatchedRow(String no, @Nullable String person, String state, boolean counts, String answers) {
    @Override
    public String toString() {
        return "an unmatched row";
    }
}
