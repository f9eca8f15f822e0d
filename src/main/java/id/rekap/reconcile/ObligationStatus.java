package id.rekap.reconcile;

/** Where a person stands to an obligation. */
enum ObligationStatus {
    MET,
    /** Claimed, but what would show it is missing or contested. Never guilt. */
    UNVERIFIED,
    NOT_MET,
    NOT_REPORTED,
    /** Owes it not, whatever was reported. */
    EXEMPT;

    /** Over two obligations: the first of not met, not reported, unverified that one of them is, else met; exempt from both. */
    ObligationStatus and(ObligationStatus other) {
        return weight() >= other.weight() ? this : other;
    }

    private int weight() {
        return switch (this) {
            case EXEMPT -> -1;
            case MET -> 0;
            case UNVERIFIED -> 1;
            case NOT_REPORTED -> 2;
            case NOT_MET -> 3;
        };
    }
}
