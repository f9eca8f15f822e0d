package id.rekap.intake;

import java.time.LocalDate;
import java.util.Comparator;

/** A look at the inbox, by its place in time: the first of a date has the number 1. */
public record IntakeBatch(LocalDate receivedOn, int batch) {
    /** Before every batch. */
    public static final IntakeBatch NONE = new IntakeBatch(LocalDate.of(1000, 1, 1), 0);

    /** The order of time. */
    public static final Comparator<IntakeBatch> IN_ORDER =
            Comparator.comparing(IntakeBatch::receivedOn).thenComparingInt(IntakeBatch::batch);
}
