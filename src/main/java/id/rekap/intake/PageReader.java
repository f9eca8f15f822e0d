package id.rekap.intake;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of a list page as {@link PageCodec} writes it, and no other: every row of a night goes through here, and a
 * parser of any JSON takes twice as long.
 */
final class PageReader {
    /** Zeros behind the JSON. No JSON has one, so no loop passes the first; a look at two bytes finds the second. */
    static final int ZEROS = 2;

    private static final RowFault[] FAULTS = RowFault.values();
    private static final String[] NONE = {};
    private static final String NULL = "null";
    private static final int REMEMBERED = 256;

    private final byte[] json;
    private int at;

    /** Texts that come again and again, such as the answers, by their first two bytes; and where they were last made. */
    private final @Nullable String[] texts = new @Nullable String[REMEMBERED];

    private final int[] textAt = new int[REMEMBERED];
    private final List<@Nullable String> cells = new ArrayList<>();

    PageReader(byte[] json) {
        this.json = json;
    }

    /**
     * The rows of the page.
     *
     * @throws UncheckedIOException where it is not what Rekap writes
     */
    List<ListRow> rows() {
        List<ListRow> rows = new ArrayList<>();
        if (!isEmptyArray()) {
            do {
                expect(rows.isEmpty() ? '[' : ',');
                rows.add(row());
            } while (json[at] == ',');
            expect(']');
        }
        if (at != json.length - ZEROS) {
            throw damaged();
        }
        return rows;
    }

    private ListRow row() {
        String no = present(text('['));
        String written = text(',');
        int fault = number(',');
        int file = number(',');
        int row = number(',');
        String name = present(text(','));
        String type = present(repeatedText(','));
        @Nullable String[] values = cells(',');
        String[] extras = cells(',');
        for (String extra : extras) {
            present(extra);
        }
        expect(']');
        if (fault >= FAULTS.length) {
            throw damaged();
        }
        return new ListRow(no, written == null ? no : written, FAULTS[fault], file, row, name, type, values, extras);
    }

    private @Nullable String[] cells(char before) {
        expect(before);
        cells.clear();
        if (!isEmptyArray()) {
            do {
                cells.add(repeatedText(cells.isEmpty() ? '[' : ','));
            } while (json[at] == ',');
            expect(']');
        }
        return cells.toArray(NONE);
    }

    private boolean isEmptyArray() {
        if (json[at] != '[' || json[at + 1] != ']') {
            return false;
        }
        at += 2;
        return true;
    }

    private int number(char before) {
        expect(before);
        int from = at;
        long number = 0;
        while (json[at] >= '0' && json[at] <= '9' && number <= Integer.MAX_VALUE) {
            number = 10 * number + json[at++] - '0';
        }
        if (at == from || number > Integer.MAX_VALUE) {
            throw damaged();
        }
        return (int) number;
    }

    /** A text that other rows may have too: the same object then. */
    private @Nullable String repeatedText(char before) {
        expect(before);
        int from = at;
        if (json[from] != '"') {
            return text();
        }
        int slot = 31 * json[from + 1] + json[from + 2] & REMEMBERED - 1;
        String known = texts[slot];
        if (known != null) {
            int i = from + 1;
            for (int j = textAt[slot]; json[i] == json[j]; i++, j++) {
                if (json[i] == '"') {
                    at = i + 1;
                    return known;
                }
            }
        }
        String text = text();
        // whatever is escaped or not ASCII is longer in JSON
        if (text != null && at - from == text.length() + 2) {
            texts[slot] = text;
            textAt[slot] = from + 1;
        }
        return text;
    }

    private @Nullable String text(char before) {
        expect(before);
        return text();
    }

    private @Nullable String text() {
        if (json[at] != '"') {
            for (int i = 0; i < NULL.length(); i++) {
                expect(NULL.charAt(i));
            }
            return null;
        }
        int from = at + 1;
        int to = from;
        while (json[to] >= ' ' && json[to] != '"' && json[to] != '\\') {
            to++;
        }
        if (json[to] != '"') {
            at = from;
            return anyText();
        }
        at = to + 1;
        return new String(json, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** A text with escapes, or characters outside ASCII, from behind its first quote. */
    private String anyText() {
        StringBuilder text = new StringBuilder();
        int from = at;
        for (byte b = json[at++]; b != '"'; b = json[at++]) {
            if (b >= 0 && b < ' ') {
                throw damaged();
            }
            if (b == '\\') {
                text.append(utf8(from, at - 1)).append(escaped());
                from = at;
            }
        }
        return text.append(utf8(from, at - 1)).toString();
    }

    private CharSequence utf8(int from, int to) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json, from, to - from));
        } catch (CharacterCodingException e) {
            throw damaged();
        }
    }

    private char escaped() {
        byte b = json[at++];
        return switch (b) {
            case '"', '\\', '/' -> (char) b;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
            default -> throw damaged();
        };
    }

    private int hex() {
        int digit = Character.digit(json[at++], 16);
        if (digit < 0) {
            throw damaged();
        }
        return digit;
    }

    private String present(@Nullable String text) {
        if (text == null) {
            throw damaged();
        }
        return text;
    }

    private void expect(char mark) {
        if (json[at++] != mark) {
            throw damaged();
        }
    }

    /** Says where, never what: there are people in it. */
    private UncheckedIOException damaged() {
        return CompressedJson.damaged("byte " + at + " of " + (json.length - ZEROS));
    }
}
