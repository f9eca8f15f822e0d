package id.rekap.claims;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Puts the lines of a chat together to messages, and counts what it meets. */
final class ChatMessages implements AutoCloseable {
    private final ChatLines lines;
    private @Nullable ChatLine ahead;
    private boolean begun;

    private long read;
    private long heads;
    private long continuations;
    private long notices;

    ChatMessages(ChatLines lines) {
        this.lines = lines;
    }

    /** The next message, or null behind the last. */
    @Nullable
    ChatMessage next() throws IOException {
        if (!begun) {
            begun = true;
            ahead = line();
        }
        while (ahead != null) {
            ChatLine head = ahead;
            boolean cut = false;
            String text = head.body();
            ahead = line();
            if (ahead != null && ahead.header() == null) {
                var lines = new StringBuilder(text);
                for (; ahead != null && ahead.header() == null; ahead = line()) {
                    cut |= lines.length() + ahead.text().length() >= Lines.LONGEST;
                    if (!cut) lines.append('\n').append(ahead.text());
                }
                text = lines.toString();
            }
            cut |= head.text().length() >= Lines.LONGEST;
            if (head.isMessage() && head.header() != null) {
                return new ChatMessage(head.number(), head.header(), written(text), cut);
            }
        }
        return null;
    }

    private static String written(String text) {
        return Notices.isDeleted(text) ? "" : Attachments.without(text);
    }

    private @Nullable ChatLine line() throws IOException {
        ChatLine line = lines.next();
        if (line == null) return null;
        read++;
        if (line.header() == null) {
            continuations++;
        } else {
            heads++;
            if (line.isNotice()) notices++;
        }
        return line;
    }

    /** What was read so far, of which so many messages are reports. */
    ChatReading.Counts counts(long reports, long unreadable) {
        return new ChatReading.Counts(read, heads, continuations, notices, reports, unreadable);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
