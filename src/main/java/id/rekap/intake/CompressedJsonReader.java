package id.rekap.intake;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads compressed JSON as Rekap writes it, and no other: an array of rows, each an array of texts, whole numbers and arrays
 * of texts, without blanks. Every list row and finding of a night goes through here, and a parser of any JSON takes twice as
 * long. What differs from what was expected ends in an {@link UncheckedIOException} that says where, never what: there are
 * people in it.
 */
public final class CompressedJsonReader {
    /** Zeros behind the JSON. No JSON has one, so no loop passes the first; a look at two bytes finds the second. */
    private static final int ZEROS = 2;

    private static final @Nullable String[] NONE = {};
    private static final String NULL = "null";
    private static final int REMEMBERED = 256;

    private final byte[] json;
    private int at;
    private boolean hasBegun;

    /** Texts that come again and again, such as the answers, by their first two bytes; and where they were last made. */
    private final @Nullable String[] texts = new @Nullable String[REMEMBERED];

    private final int[] textAt = new int[REMEMBERED];
    private final List<@Nullable String> array = new ArrayList<>();

    /** Unfolds a body that {@link CompressedJson#of} gave. */
    public CompressedJsonReader(byte[] body) {
        this.json = CompressedJson.unfold(body, ZEROS);
    }

    /** Is another row to be read? Behind the last one nothing may stand. */
    public boolean nextRow() {
        boolean isFirst = !hasBegun;
        if (isFirst) {
            expect('[');
            hasBegun = true;
        }
        if (json[at] == ']') {
            at++;
            if (at != json.length - ZEROS) {
                throw damaged();
            }
            return false;
        }
        if (!isFirst) {
            expect(',');
        }
        return true;
    }

    /** An array of texts. */
    public @Nullable String[] texts(char before) {
        expect(before);
        array.clear();
        if (json[at] == '[' && json[at + 1] == ']') {
            at += 2;
        } else {
            do {
                array.add(repeatedText(array.isEmpty() ? '[' : ','));
            } while (json[at] == ',');
            expect(']');
        }
        return array.toArray(NONE);
    }

    /** A whole number that is not negative. */
    public int number(char before) {
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

    /** A number that is not negative, or null where -1 stands for none. */
    public @Nullable Integer numberOrNone(char before) {
        if (json[at] == before && json[at + 1] == '-') {
            at += 2;
            expect('1');
            return null;
        }
        return number(before);
    }

    /** A text that other rows may have too: the same object then. */
    public @Nullable String repeatedText(char before) {
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

    /** A text, or null. */
    public @Nullable String text(char before) {
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

    /** What was read, where it may not be null. */
    public String present(@Nullable String text) {
        if (text == null) {
            throw damaged();
        }
        return text;
    }

    /** A mark between what is read, and the end of a row. */
    public void expect(char mark) {
        if (json[at++] != mark) {
            throw damaged();
        }
    }

    /** To be thrown where what was read makes no sense. */
    public UncheckedIOException damaged() {
        return CompressedJson.damaged("byte " + at + " of " + (json.length - ZEROS));
    }
}
