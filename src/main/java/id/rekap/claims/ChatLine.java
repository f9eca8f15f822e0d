package id.rekap.claims;

import org.jspecify.annotations.Nullable;

/**
 * A line of a chat.
 *
 * @param number in the file, from 1
 * @param text as it stands in the file
 * @param plain whether all of it is ASCII
 * @param header absent in a line that goes on with the message above
 * @param nameEnd index behind the sender's name, -1 in a notice and in a line without a head
 */
record ChatLine(
        long number, String text, boolean plain, @Nullable MessageHeader header, int nameEnd) {
    static ChatLine of(long number, String text, boolean plain, @Nullable MessageHeader header) {
        if (header == null) return new ChatLine(number, text, plain, null, -1);
        int end = nameEnd(text, header.end());
        if (end >= 0 && isNotice(text, header.end(), end)) end = -1;
        return new ChatLine(number, text, plain, header, end);
    }

    boolean isMessage() {
        return nameEnd >= 0;
    }

    boolean isNotice() {
        return header != null && nameEnd < 0;
    }

    /** Who sent it, as the phone shows it. */
    String name() {
        return header == null || nameEnd < 0 ? "" : text.substring(header.end(), nameEnd);
    }

    /** What was sent: behind the sender's name, or the whole line that has none. */
    String body() {
        return isMessage() ? text.substring(Math.min(nameEnd + 2, text.length())) : text;
    }

    /** Behind the head, for a notice. */
    String behind() {
        return header == null ? text : text.substring(header.end());
    }

    /** Editors take away blanks at lines' ends: a name may be the last of its line. */
    static int nameEnd(String text, int from) {
        int end = text.indexOf(": ", from);
        return end < 0 && text.endsWith(":") && text.length() > from + 1 ? text.length() - 1 : end;
    }

    private static boolean isNotice(String text, int from, int end) {
        if (Notices.quotes(text.substring(from, end))) return true;
        int body = end + 2;
        return body < text.length()
                && text.charAt(body) == Glyphs.LEFT_TO_RIGHT
                && !Attachments.isIn(text)
                && !Notices.isDeleted(text.substring(body))
                && Notices.isKnown(text.substring(body));
    }
}
