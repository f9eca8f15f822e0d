package id.rekap.intake;

import org.jspecify.annotations.Nullable;

/** A delivery as it was read: its verdict, and its list where it has one. */
public record ReadDelivery(Submission submission, @Nullable ListPages list) {
    @Override
    public String toString() {
        return "delivery of " + submission.agency() + " of " + submission.receivedOn();
    }
}
