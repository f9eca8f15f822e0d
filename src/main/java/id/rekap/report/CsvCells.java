package id.rekap.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a published CSV as they stand in its rows. What each cell needs, quotes as RFC 4180 wants them and a mark where
 * a spreadsheet would execute it, is seen in one pass; nearly none needs anything, and goes in as it is.
 */
final class CsvCells {
    private static final int FIRST = 1 << 9;

    private byte[] bytes = new byte[FIRST];
    private int length;
    private boolean isFirst = true;

    /** A text, a number, a date, or some cells that were put in form already; null is an empty cell. */
    CsvCells add(@Nullable Object cell) {
        if (!isFirst) {
            ascii(",");
        }
        isFirst = false;
        if (cell instanceof CsvCells some) {
            put(some.bytes, some.length);
        } else if (cell instanceof String text) {
            text(text);
        } else if (cell != null) {
            ascii(cell.toString());
        }
        return this;
    }

    CsvCells endRow() {
        ascii("\r\n");
        isFirst = true;
        return this;
    }

    int length() {
        return length;
    }

    /** Moves all there is. */
    void moveTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }

    private void text(String text) {
        if (isPlain(text)) {
            ascii(text);
            return;
        }
        String shown = SpreadsheetText.harmless(text);
        byte[] utf8 =
                (needsQuotes(shown) ? '"' + shown.replace("\"", "\"\"") + '"' : shown).getBytes(StandardCharsets.UTF_8);
        put(utf8, utf8.length);
    }

    /** Most texts: nothing but ASCII, nothing to be quoted, and no beginning of a formula. */
    private static boolean isPlain(String text) {
        int end = text.length();
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ',' || c == '"') {
                return false;
            }
        }
        return end == 0 || (text.charAt(end - 1) > ' ' && "=+-@".indexOf(text.charAt(0)) < 0 && text.charAt(0) > '#');
    }

    /** Blanks at the ends too, which programs drop, and what some of them take for a comment. */
    private static boolean needsQuotes(String text) {
        if (text.isEmpty()) {
            return false;
        }
        return text.charAt(0) <= '#'
                || text.charAt(text.length() - 1) <= ' '
                || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    }

    @SuppressWarnings("deprecation") // one byte a character is what ASCII is
    private void ascii(String text) {
        int end = length + text.length();
        room(end);
        text.getBytes(0, text.length(), bytes, length);
        length = end;
    }

    private void put(byte[] some, int count) {
        room(length + count);
        System.arraycopy(some, 0, bytes, length, count);
        length += count;
    }

    private void room(int needed) {
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
    }
}
