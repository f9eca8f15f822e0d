package id.rekap.claims;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which order a chat writes day, month and year, and how sure that is.
 *
 * @param orders those that every date allows; several where nothing decides between them
 * @param isAssumed that several were allowed, and Indonesian marks decided
 */
record DateMarks(List<DateOrder> orders, boolean isAssumed) {
    LocalDateTime sent(MessageHeader header) {
        @Nullable LocalDate date = orders.get(0).date(header);
        if (date == null) throw new IllegalStateException("An order that this date does not allow was left");
        return date.atTime(header.time());
    }

    /** Whether every order that is left means the same day. */
    boolean isSure(MessageHeader header) {
        return orders.stream().map(order -> order.date(header)).distinct().count() == 1;
    }
}
