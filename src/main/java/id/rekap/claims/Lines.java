package id.rekap.claims;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a text, each cut where no message can be as long, so that a file without line ends does not fill the heap. */
final class Lines implements AutoCloseable {
    /** WhatsApp takes no longer message. */
    static final int LONGEST = 65_536;

    private final Reader reader;
    private final char[] buffer = new char[1 << 14];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int end;
    private boolean afterReturn;
    private boolean first = true;

    Lines(Reader reader) {
        this.reader = reader;
    }

    /** The next line without its end, or null behind the last. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        boolean any = false;
        while (at < end || fill()) {
            int from = at;
            if (afterReturn && buffer[at] == '\n') {
                at++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            any = true;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') at++;
            int length = Math.min(at - from, LONGEST - line.length());
            if (at < end) {
                afterReturn = buffer[at++] == '\r';
                boolean whole = line.isEmpty();
                return unmarked(
                        whole
                                ? new String(buffer, from, length)
                                : rest(from, length).toString());
            }
            rest(from, length);
        }
        return any ? unmarked(line.toString()) : null;
    }

    private StringBuilder rest(int from, int length) {
        return line.append(buffer, from, length);
    }

    private String unmarked(String text) {
        boolean marked = first && text.startsWith("\ufeff");
        first = false;
        return marked ? text.substring(1) : text;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, reader.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
