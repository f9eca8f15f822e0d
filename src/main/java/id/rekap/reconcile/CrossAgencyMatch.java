package id.rekap.reconcile;

/**
 * What other agencies' lists mean for one agency.
 *
 * @param no current number of the person
 * @param obligation for {@code SHARED} the one whose handle is shared, else empty
 * @param other the other agency, or agencies separated by a comma
 * @param answers for {@code REPORTED} how the other agency's row answers ({@link RowStatuses#encoded()}), else empty
 */
public record CrossAgencyMatch(String agency, Kind kind, String no, String obligation, String other, String answers) {
    /** In what way. */
    public enum Kind {
        /** Its row does not count: the other agency's does. */
        TWICE,
        /** Its person stands on the other agency's list only, and is counted here from there. */
        REPORTED,
        /** Its row's handle is claimed by another person too. */
        SHARED
    }

    @Override
    public String toString() {
        return kind + " of " + agency;
    }
}
