package id.rekap.claims;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many lines of a text have a head of which form. */
final class HeaderForms {
    private final Map<HeaderForm, Long> counts = new HashMap<>();
    private @Nullable HeaderForm first;

    static HeaderForms of(ChatText text) throws IOException {
        var forms = new HeaderForms();
        try (Lines lines = text.lines()) {
            boolean begun = false;
            for (String line = lines.next(); line != null; line = lines.next()) {
                Header header = HeaderScanner.scan(line);
                if (header != null) {
                    forms.counts.merge(header.form(), 1L, Long::sum);
                    if (!begun) forms.first = header.form();
                }
                begun = begun || !Glyphs.plain(line).isEmpty();
            }
        }
        return forms;
    }

    /** How many heads the text has in its own form. */
    long most() {
        return counts.values().stream().mapToLong(n -> n).max().orElse(0);
    }

    /** The form of most heads, and of the first line: what begins otherwise is no chat, or in a form that is not known. */
    HeaderForm own() throws ChatUnreadable {
        if (counts.isEmpty()) throw new ChatUnreadable(ChatReading.Refusal.NO_HEADER);
        HeaderForm begin = first;
        if (begin == null || counts.getOrDefault(begin, 0L) < most()) {
            throw new ChatUnreadable(ChatReading.Refusal.BEGINS_WITHOUT_HEADER);
        }
        return begin;
    }
}
