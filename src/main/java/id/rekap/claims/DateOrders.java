package id.rekap.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The orders of day and month that every head of a file allows. They are decided once for the file: a single line
 * cannot tell the fourth of May from the fifth of April.
 */
final class DateOrders {
    private final Map<DateOrder, LocalDate> latest = new EnumMap<>(DateOrder.class);
    private final List<DateOrder> left = new ArrayList<>(List.of(DateOrder.values()));
    private final LocalDate last;
    /** Of the message before. */
    private @Nullable MessageHeader known;

    /** @param received no message can be later than the day after it: a phone's zone may be ahead */
    DateOrders(LocalDate received) {
        last = received.plusDays(1);
    }

    /** @param sent a message, not a notice: notices may stand out of order */
    void add(MessageHeader header, boolean sent) {
        // of most messages the day has been looked at already
        if (known != null && known.isOfSameDay(header)) return;
        left.removeIf(order -> !allows(order, header, sent));
        if (sent) known = header;
    }

    private boolean allows(DateOrder order, MessageHeader header, boolean sent) {
        LocalDate date = order.date(header);
        if (date == null || date.isAfter(last)) return false;
        if (!sent) return true;
        @Nullable LocalDate before = latest.put(order, date);
        return before == null || !date.isBefore(before.minusDays(1));
    }

    /** Those that stay, the day first before the month first. */
    List<DateOrder> left() {
        return List.copyOf(left);
    }
}
