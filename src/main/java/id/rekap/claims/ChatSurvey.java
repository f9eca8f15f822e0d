package id.rekap.claims;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a chat before a message of it can be read, found in one look through all of it: its form of head,
 * the order of its dates, and who wrote.
 */
final class ChatSurvey {
    private final Map<HeaderForm, Long> counts = new HashMap<>();
    private final DateOrders orders;
    private final Senders senders;
    private boolean begun;
    private @Nullable HeaderForm first;
    private boolean indonesian;

    private ChatSurvey(LocalDate received, AgencyNames agencies) {
        orders = new DateOrders(received);
        senders = new Senders(agencies);
    }

    /** @param received no message can be later than the day after it */
    static ChatSurvey of(ChatText text, LocalDate received, AgencyNames agencies) throws IOException {
        var survey = new ChatSurvey(received, agencies);
        try (Lines lines = text.lines()) {
            long number = 0;
            for (String line = lines.next(); line != null; line = lines.next()) {
                survey.add(++number, line, lines.isPlain());
            }
        }
        return survey;
    }

    private void add(long number, String line, boolean plain) {
        MessageHeader header = HeaderScanner.scan(line);
        if (!begun) {
            begun = !Glyphs.plain(line).isEmpty();
            if (header != null) first = header.form();
        }
        if (header != null) counts.merge(header.form(), 1L, Long::sum);
        HeaderForm form = first;
        // a text that begins without a head is no chat, whatever comes
        if (form == null) return;
        boolean own = header != null && header.form().equals(form);
        look(ChatLine.of(number, line, plain, own ? header : null));
    }

    private void look(ChatLine line) {
        senders.add(line);
        MessageHeader header = line.header();
        if (header == null) return;
        orders.add(header, line.isMessage());
        indonesian = indonesian || header.form().timeSeparator() == '.' || isIndonesian(line);
    }

    private static boolean isIndonesian(ChatLine line) {
        if (line.isNotice()) return Notices.isIndonesian(line.behind());
        return Notices.isDeletedOnIndonesianPhone(line.body()) || Attachments.isIndonesian(line.body());
    }

    /** How many heads the text has in the form that most have. */
    long most() {
        return counts.values().stream().mapToLong(n -> n).max().orElse(0);
    }

    /** What begins otherwise than most heads is no chat, or in a form that is not known. */
    void requireForm() throws ChatUnreadable {
        if (counts.isEmpty()) throw new ChatUnreadable(ChatReading.Refusal.NO_HEADER);
        if (first == null || counts.getOrDefault(first, 0L) < most()) {
            throw new ChatUnreadable(ChatReading.Refusal.BEGINS_WITHOUT_HEADER);
        }
    }

    /** The form of the first head, and of most. */
    HeaderForm form() {
        return Objects.requireNonNull(first);
    }

    DateMarks dates() throws ChatUnreadable {
        List<DateOrder> left = orders.left();
        if (left.isEmpty()) throw new ChatUnreadable(ChatReading.Refusal.NO_DATE_ORDER);
        boolean assumed = left.size() > 1 && indonesian;
        return new DateMarks(assumed ? List.of(DateOrder.DAY_MONTH_YEAR) : left, assumed);
    }

    Senders senders() {
        return senders;
    }
}
