package id.rekap.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it was read: its verdict, and its list where it has one.
 *
 * @param isWritten is it in the database already, and only counted here?
 * @param decided what was decided of its drop before it was read: of a held list, and that it is out of force
 */
public record ReadDelivery(
        Submission submission, @Nullable ListPages list, boolean isWritten, DropDecisions.Decided decided) {
    /** Bytes of a list that stays in memory until its chunk is full; a longer one is written at once. */
    private static final int FEW = 1 << 20;

    ReadDelivery(Submission submission, @Nullable ListPages list) {
        this(submission, list, false, DropDecisions.Decided.NOTHING);
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

    /** Of what this reading found, as {@link ListsInForce} would find it; null where none of it is in force. */
    static @Nullable ReadDelivery inForce(List<ReadDelivery> read, LocalDate on) {
        ReadDelivery latest = null;
        LocalDate since = LocalDate.MIN;
        for (ReadDelivery one : read) {
            LocalDate from = one.inForceFrom(on);
            if (from != null && !from.isBefore(since)) {
                latest = one;
                since = from;
            }
        }
        return latest;
    }

    boolean isLarge() {
        return list != null && list.bytes() > FEW;
    }

    ReadDelivery written() {
        return new ReadDelivery(submission, null, true, decided);
    }

    ReadDelivery decided(DropDecisions decisions) {
        return new ReadDelivery(submission, list, isWritten, decisions.of(submission));
    }

    /** Since when it is in force on a date; null where it is not. */
    private @Nullable LocalDate inForceFrom(LocalDate on) {
        return switch (submission.verdict()) {
            case ACCEPTED -> decided.isWithdrawn(on) ? null : submission.receivedOn();
            case HELD -> decided.isWithdrawn(on) ? null : decided.acceptedOn(on);
            default -> null;
        };
    }

    @Override
    public String toString() {
        return "delivery of " + submission.agency() + " of " + submission.receivedOn();
    }
}
