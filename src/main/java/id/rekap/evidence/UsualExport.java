package id.rekap.evidence;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads JSON that is written as Instagram writes followers, and no other: a million entries come by, and a parser of any JSON
 * takes three times as long. Whatever differs ends it; the file is then read as any JSON, and what was read of it before says
 * the same again.
 */
final class UsualExport {
    private static final int LONGEST_TEXT = 100;
    private static final int MOST_DIGITS = 12;
    private static final int END = -1;

    private final InputStream in;
    private final Entries entries;
    private final EntryName entry = new EntryName();
    private final byte[] bytes = new byte[1 << 16];
    private int at;
    private int end;

    /** Bytes before those that are in memory. */
    private long before;

    /** The text that was read last. */
    private final char[] text = new char[LONGEST_TEXT];

    private int length;
    private long seconds;

    private UsualExport(InputStream in, Entries entries) {
        this.in = in;
        this.entries = entries;
    }

    /** Was it one, to its end? */
    static boolean read(InputStream in, Entries entries) throws IOException, ExportRefused {
        UsualExport export = new UsualExport(in, entries);
        return export.all() && export.next() == END && export.before <= FollowersJson.LARGEST;
    }

    private boolean all() throws IOException, ExportRefused {
        int first = next();
        if (first == '[') {
            return array();
        }
        return first == '{'
                && next() == '"'
                && text()
                && is("relationships_followers")
                && next() == ':'
                && next() == '['
                && array()
                && next() == '}';
    }

    private boolean array() throws IOException, ExportRefused {
        int mark = next();
        if (mark == ']') {
            return true;
        }
        while (mark == '{' && entry()) {
            entries.add(entry, seconds);
            mark = next();
            if (mark == ']') {
                return true;
            }
            mark = mark == ',' ? next() : END;
        }
        return false;
    }

    /** Is it one whose name is sure? */
    private boolean entry() throws IOException {
        boolean isKnown = false;
        entry.next();
        seconds = EntryTime.NONE;
        int mark = ',';
        while (mark == ',') {
            if (!key()) {
                return false;
            }
            boolean isUsual;
            if (is("title")) {
                isUsual = next() == '"' && text();
                if (isUsual) {
                    entry.written(text, 0, length);
                }
            } else if (is("string_list_data")) {
                isKnown = true;
                isUsual = next() == '[' && next() == '{' && link() && next() == ']';
            } else {
                isUsual = is("media_list_data") && next() == '[' && next() == ']';
            }
            if (!isUsual) {
                return false;
            }
            mark = next();
        }
        return mark == '}' && isKnown && entry.isSure();
    }

    private boolean link() throws IOException {
        int mark = ',';
        while (mark == ',') {
            if (!key()) {
                return false;
            }
            if (is("timestamp")) {
                if (!time()) {
                    return false;
                }
            } else {
                boolean isHref = is("href");
                if (!(isHref || is("value")) || next() != '"' || !text()) {
                    return false;
                }
                if (isHref) {
                    entry.linked(text, 0, length);
                } else {
                    entry.written(text, 0, length);
                }
            }
            mark = next();
        }
        return mark == '}';
    }

    /** A name and its colon. */
    private boolean key() throws IOException {
        return next() == '"' && text() && next() == ':';
    }

    private boolean is(String word) {
        if (length != word.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text[i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A text in plain ASCII, behind its first quote. */
    private boolean text() throws IOException {
        length = 0;
        while (at < end || fill()) {
            byte b = bytes[at++];
            if (b == '"') {
                return true;
            }
            if (b < ' ' || b == '\\' || length == LONGEST_TEXT) {
                return false;
            }
            text[length++] = (char) b;
        }
        return false;
    }

    /** A whole number of seconds. */
    private boolean time() throws IOException {
        int digit = next();
        if (digit < '1' || digit > '9') {
            return false;
        }
        long number = 0;
        for (int digits = 0; digits < MOST_DIGITS; digits++) {
            number = 10 * number + digit - '0';
            if (at == end && !fill()) {
                return false;
            }
            digit = bytes[at];
            if (digit < '0' || digit > '9') {
                seconds = Math.max(seconds, EntryTime.of(number));
                // another mark than one behind a number is none that is expected next
                return true;
            }
            at++;
        }
        return false;
    }

    /** The next mark that is no blank, or {@link #END}. */
    private int next() throws IOException {
        while (at < end || fill()) {
            byte b = bytes[at++];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b < 0 ? 0 : b;
            }
        }
        return END;
    }

    private boolean fill() throws IOException {
        before += end;
        at = 0;
        end = before > FollowersJson.LARGEST ? 0 : Math.max(0, in.read(bytes));
        return end > 0;
    }
}
