package id.rekap.value;

/** Blanks of all kinds, and the marks that cannot be seen at all: both come along when a cell is pasted. */
final class Blanks {
    private Blanks() {}

    static boolean isBlank(char c) {
        if (c <= ' ') {
            return true;
        }
        return c >= 0x7f && (c <= 0xa0 || Character.isSpaceChar(c));
    }

    /** Zero width, joiners, direction marks, byte order mark, soft hyphen and the variation selector after a tick. */
    static boolean isInvisible(char c) {
        if (c < 0xad) {
            return false;
        }
        return c == 0xad
                || c == 0x61c
                || c == 0x180e
                || (c >= 0x200b && c <= 0x200f)
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f)
                || (c >= 0xfe00 && c <= 0xfe0f)
                || c == 0xfeff;
    }

    /** Hyphen, dashes and the minus sign: spreadsheets replace one by another while people type. */
    static boolean isDash(char c) {
        return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean allDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Without blanks at the ends, one space for each blank run inside; the same String where nothing changes. */
    static String collapsed(String text) {
        if (isCollapsed(text)) {
            return text;
        }
        var out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                gap = true;
            } else if (!isInvisible(c)) {
                if (gap && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isCollapsed(String text) {
        boolean gap = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                if (gap) {
                    return false;
                }
                gap = true;
            } else if (isBlank(c) || isInvisible(c)) {
                return false;
            } else {
                gap = false;
            }
        }
        return text.isEmpty() || !gap;
    }
}
