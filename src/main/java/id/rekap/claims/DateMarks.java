package id.rekap.claims;

import java.io.IOException;
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
    static DateMarks of(ChatText text, HeaderForm form, LocalDate received) throws IOException, ChatUnreadable {
        var orders = new DateOrders(received);
        boolean indonesian = form.timeSeparator() == '.';
        try (var lines = new ChatLines(text.lines(), form)) {
            for (ChatLine line = lines.next(); line != null; line = lines.next()) {
                if (line.header() == null) continue;
                orders.add(line.header(), line.isMessage());
                indonesian = indonesian || isIndonesian(line);
            }
        }
        List<DateOrder> left = orders.left();
        if (left.isEmpty()) throw new ChatUnreadable(ChatReading.Refusal.NO_DATE_ORDER);
        boolean assumed = left.size() > 1 && indonesian;
        return new DateMarks(assumed ? List.of(DateOrder.DAY_MONTH_YEAR) : left, assumed);
    }

    private static boolean isIndonesian(ChatLine line) {
        if (line.isNotice()) return Notices.isIndonesian(line.behind());
        return Notices.isDeletedOnIndonesianPhone(line.body()) || Attachments.isIndonesian(line.body());
    }

    LocalDateTime sent(Header header) {
        @Nullable LocalDate date = orders.get(0).date(header);
        if (date == null) throw new IllegalStateException("An order that this date does not allow was left");
        return date.atTime(header.time());
    }

    /** Whether every order that is left means the same day. */
    boolean isSure(Header header) {
        return orders.stream().map(order -> order.date(header)).distinct().count() == 1;
    }
}
