package id.rekap.claims;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a text, each cut where no message can be as long, so that a file without line ends does not fill the heap. Line ends are
 * looked for in bytes: most lines have plain letters alone, and need not be decoded.
 */
final class Lines implements AutoCloseable {
    /** WhatsApp takes no longer message. */
    static final int LONGEST = 65_536;
    /** More than the longest line can have. */
    private static final int BYTES = 4 * LONGEST;

    private final InputStream in;
    private final Charset charset;
    private final byte[] buffer = new byte[BYTES];
    /** Where the line begins. */
    private int from;

    private int at;
    private int end;
    private int signs;
    private boolean afterReturn;
    private boolean first = true;

    /** @param charset in which a byte below 128 is always what it is in ASCII */
    Lines(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
    }

    /** The next line without its end, or null behind the last. */
    @Nullable
    String next() throws IOException {
        from = at;
        if (afterReturn && (at < end || more()) && buffer[at] == '\n') from = ++at;
        afterReturn = false;
        signs = 0;
        while (!isAtEnd()) {
            if (at - from == BYTES) return cut();
            if (!more()) return at > from ? text() : null;
        }
        String text = text();
        pass();
        return text;
    }

    /** Whether the last line has no character but those of ASCII. */
    boolean isPlain() {
        return signs >= 0;
    }

    /** Goes to the end of the line, or of what was read of it. Sees each byte of a chat: with locals alone. */
    private boolean isAtEnd() {
        byte[] bytes = buffer;
        int to = end;
        int i = at;
        int seen = 0;
        for (; i < to; i++) {
            byte b = bytes[i];
            if (b <= '\r' && (b == '\n' || b == '\r')) break;
            seen |= b;
        }
        at = i;
        signs |= seen;
        return i < to;
    }

    private void pass() {
        afterReturn = buffer[at++] == '\r';
    }

    /** What is behind the longest message is passed over. */
    private String cut() throws IOException {
        String start = text();
        while (!isAtEnd()) {
            from = at;
            if (!more()) return start;
        }
        pass();
        return start;
    }

    private String text() {
        String text = new String(buffer, from, at - from, isPlain() ? StandardCharsets.ISO_8859_1 : charset);
        if (text.length() > LONGEST) text = text.substring(0, LONGEST);
        boolean marked = first && text.startsWith("\ufeff");
        first = false;
        return marked ? text.substring(1) : text;
    }

    /** Reads on; what there is of the line stays. */
    private boolean more() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, end - from);
        at -= from;
        end -= from;
        from = 0;
        int read = in.read(buffer, end, BYTES - end);
        end += Math.max(read, 0);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
