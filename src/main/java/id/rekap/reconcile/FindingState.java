package id.rekap.reconcile;

/** Where an exception stands against the sets published before. */
public enum FindingState {
    /** In no set published before. */
    NEW,
    /** In the last published set too. */
    OPEN,
    /** In an earlier published set, but not in the last one. */
    REOPENED,
    /** In the last published set and gone; listed once. */
    RESOLVED
}
