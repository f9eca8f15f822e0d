package id.rekap.tabular;

import id.rekap.catalogue.ExceptionCode;
import java.util.BitSet;

/**
 * Looks at the bytes of an XML part before a parser does. A parser takes memory for a whole tag, attribute, comment or
 * text, and for every open element, before anyone can object; here they are bounded. Document types, with the entities
 * that they declare, have no place in a spreadsheet at all.
 */
final class XmlGuard {
    private static final int LONGEST = 1 << 20;
    private static final int DEEPEST = 256;
    /** A workbook has some hundred; a parser keeps every name that it ever saw. */
    private static final int MOST_NAMES = 4_096;

    /** No element may have this prefix, and the parser's own check of it ends in a fault instead of a refusal. */
    private static final byte[] RESERVED = {'x', 'm', 'l', 'n', 's', ':'};

    private static final int NAME_MARKS = 1 << 16;

    private enum In {
        TEXT,
        OPENED,
        TAG,
        QUOTED,
        BANG,
        COMMENT,
        CDATA,
        INSTRUCTION
    }

    private final String part;
    private In in = In.TEXT;
    private byte quote;
    private byte last;
    private byte beforeLast;
    private int length;
    private int depth;
    private boolean closing;
    private boolean started;
    private final BitSet names = new BitSet();
    private int nameCount;
    private int name;
    private int reserved;

    XmlGuard(String part) {
        this.part = part;
    }

    void accept(byte[] bytes, int size) throws FileRefused {
        if (!started && size > 0) begin(bytes, size);
        for (int i = 0; i < size; i++) {
            byte b = bytes[i];
            if (in == In.TEXT && b != '<') {
                length++;
            } else {
                step(b);
            }
            if (length > LONGEST) throw refused(ExceptionCode.FILE_TOO_LARGE, "bagian XML yang tak berujung");
            beforeLast = last;
            last = b;
        }
    }

    /** Bytes are looked at as ASCII, which UTF-16 and stranger encodings would slip through. */
    private void begin(byte[] bytes, int size) throws FileRefused {
        started = true;
        int first = size > 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB ? 3 : 0;
        while (first < size - 1 && (bytes[first] == '\n' || bytes[first] == '\r' || bytes[first] == ' ')) first++;
        if (bytes[first] != '<' || (first + 1 < size && bytes[first + 1] == 0)) {
            throw refused(ExceptionCode.FILE_UNREADABLE, "bukan XML dalam UTF-8");
        }
    }

    private void step(byte b) throws FileRefused {
        length++;
        switch (in) {
            case TEXT -> enter(In.OPENED);
            case OPENED -> open(b);
            case TAG -> {
                name(b);
                reserved(b);
                if (b == '"' || b == '\'') {
                    quote = b;
                    in = In.QUOTED;
                } else if (b == '>') {
                    closeTag();
                }
            }
            case QUOTED -> {
                if (b == quote) in = In.TAG;
            }
            case BANG -> {
                if (b != '-' && b != '[') throw refused(ExceptionCode.FILE_UNSAFE, "deklarasi DOCTYPE atau ENTITY");
                enter(b == '-' ? In.COMMENT : In.CDATA);
            }
            case COMMENT -> {
                // "<!-->" does not end: its dashes belong to the opening.
                if (b == '>' && last == '-' && beforeLast == '-' && length > 3) enter(In.TEXT);
            }
            case CDATA -> {
                if (b == '>' && last == ']' && beforeLast == ']') enter(In.TEXT);
            }
            case INSTRUCTION -> {
                name(b);
                if (b == '>' && last == '?') enter(In.TEXT);
            }
        }
    }

    private void open(byte b) throws FileRefused {
        closing = b == '/';
        name = 0;
        reserved = 0;
        if (b != '>') name(b);
        reserved(b);
        switch (b) {
            case '!' -> in = In.BANG;
            case '?' -> in = In.INSTRUCTION;
            default -> in = In.TAG;
        }
        if (b == '>') closeTag();
    }

    /** Counts the different names by their hashes, whose collisions only make the count smaller. */
    private void name(byte b) throws FileRefused {
        boolean ends = (b <= ' ' && b >= 0) || b == '=' || b == '/' || b == '>' || b == '?' || b == '"' || b == '\'';
        if (!ends) {
            name = name * 31 + b + 1;
            return;
        }
        int mark = (name ^ (name >>> 16)) & (NAME_MARKS - 1);
        name = 0;
        if (mark != 0 && !names.get(mark)) {
            names.set(mark);
            if (++nameCount > MOST_NAMES) {
                throw refused(ExceptionCode.FILE_TOO_LARGE, "lebih dari " + MOST_NAMES + " nama XML");
            }
        }
    }

    /** Counts how much of the reserved prefix an element's name has; -1 once it differs. */
    private void reserved(byte b) throws FileRefused {
        if (reserved < 0) return;
        reserved = b == RESERVED[reserved] ? reserved + 1 : -1;
        if (reserved == RESERVED.length) {
            throw refused(ExceptionCode.FILE_UNREADABLE, "unsur XML dengan awalan xmlns");
        }
    }

    private void closeTag() throws FileRefused {
        if (closing) {
            depth--;
        } else if (last != '/' && ++depth > DEEPEST) {
            throw refused(ExceptionCode.FILE_UNREADABLE, "XML bersarang terlalu dalam");
        }
        enter(In.TEXT);
    }

    private void enter(In next) {
        in = next;
        length = 0;
    }

    private FileRefused refused(ExceptionCode code, String found) {
        return new FileRefused(code, "", found + ": " + part, "XML seperti yang disimpan program lembar kerja");
    }
}
