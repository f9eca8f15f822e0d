package id.rekap.reconcile;

/** Where an agency's reporting stands on a date. */
public enum AgencyState {
    /** A list waits for a decision, whatever is in force. */
    HELD,
    /** The list in force is older than allowed; still counted. */
    STALE,
    REPORTED,
    /** The list of an agency above it speaks for it. */
    COVERED,
    /** It has reported that there is nothing to report. */
    NIL,
    /** Expected to report and silent. */
    MISSING,
    /** Silent and not expected to report. */
    NOT_EXPECTED;

    /** Nothing was sent of its people, whatever is held. */
    public boolean isSilent() {
        return this == NIL || this == MISSING || this == NOT_EXPECTED;
    }

    /** As published: empty for an agency that is silent and may be. */
    public String word() {
        return this == NOT_EXPECTED ? "" : name();
    }
}
