package id.rekap.intake;

import java.time.LocalDate;
import java.util.Comparator;

/** A look at the inbox, by its place in time: the first of a date has the number 1. */
public record Taking(LocalDate receivedOn, int take) {
    /** Before every taking. */
    public static final Taking NONE = new Taking(LocalDate.of(1000, 1, 1), 0);

    /** The order of time. */
    public static final Comparator<Taking> IN_ORDER =
            Comparator.comparing(Taking::receivedOn).thenComparingInt(Taking::take);
}
