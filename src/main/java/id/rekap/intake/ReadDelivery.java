package id.rekap.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it was read: its verdict, and its list where it has one.
 *
 * @param isWritten is it in the database already, and only counted here?
 */
public record ReadDelivery(Submission submission, @Nullable ListPages list, boolean isWritten) {
    /** Bytes of a list that stays in memory until its chunk is full; a longer one is written at once. */
    private static final int FEW = 1 << 20;

    ReadDelivery(Submission submission, @Nullable ListPages list) {
        this(submission, list, false);
    }

    /**
     * One with a list, accepted or held.
     *
     * @param rows of it, as corrections leave them now
     * @param kept with those that they replace
     */
    static ReadDelivery of(
            Delivery delivery,
            String dropHash,
            List<HoldReason> heldFor,
            List<ListFile> files,
            List<FileNote> notes,
            int rows,
            ListPages kept) {
        Submission submission = new Submission(
                delivery.agency(),
                delivery.receivedOn(),
                delivery.batch(),
                dropHash,
                heldFor.isEmpty() ? DeliveryDecision.ACCEPTED : DeliveryDecision.HELD,
                rows,
                kept.rowCount(),
                files,
                notes,
                heldFor);
        return new ReadDelivery(submission, kept);
    }

    static ReadDelivery refused(Delivery delivery, String dropHash, List<FileNote> why) {
        return withoutList(delivery, dropHash, DeliveryDecision.REFUSED, why);
    }

    /** One that changes nothing and of which nothing is said with it. */
    static ReadDelivery without(Delivery delivery, String dropHash, DeliveryDecision verdict) {
        return withoutList(delivery, dropHash, verdict, List.of());
    }

    private static ReadDelivery withoutList(
            Delivery delivery, String dropHash, DeliveryDecision verdict, List<FileNote> notes) {
        Submission submission = new Submission(
                delivery.agency(),
                delivery.receivedOn(),
                delivery.batch(),
                dropHash,
                verdict,
                0,
                0,
                List.of(),
                notes,
                List.of());
        return new ReadDelivery(submission, null);
    }

    boolean isLarge() {
        return list != null && list.bytes() > FEW;
    }

    ReadDelivery written() {
        return new ReadDelivery(submission, null, true);
    }

    @Override
    public String toString() {
        return "delivery of " + submission.agency() + " of " + submission.receivedOn();
    }
}
