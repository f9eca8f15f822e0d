package id.rekap.intake;

/** What a delivery means for the list in force. */
public enum DeliveryDecision {
    /** It is the list in force, or corrects it. */
    ACCEPTED,
    /** The same bytes as the list in force: nothing changes. */
    UNCHANGED,
    /** It waits for a decision. */
    HELD,
    /** One of its files cannot be used: the list in force stays. */
    REFUSED,
    /** None of this mandate's columns, but those of another one. */
    NOT_MEANT
}
