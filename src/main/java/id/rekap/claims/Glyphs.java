package id.rekap.claims;

/** Characters that come along in chats: blanks of all kinds, and marks that cannot be seen. */
final class Glyphs {
    /** iPhones put it in front of what they wrote themselves. */
    static final char LEFT_TO_RIGHT = '\u200e';

    /** Of ASCII, letters in lower case and digits; 0 for anything else. */
    private static final byte[] LETTERS = new byte[0x80];

    static {
        for (char c = 0; c < LETTERS.length; c++) {
            if (Character.isLetterOrDigit(c)) LETTERS[c] = (byte) Character.toLowerCase(c);
        }
    }

    private Glyphs() {}

    static boolean isBlank(char c) {
        return c <= ' ' || (c >= 0x7f && (c <= 0xa0 || Character.isSpaceChar(c)));
    }

    /** Directions, joiners, variation selectors, byte order mark, soft hyphen. */
    static boolean isInvisible(char c) {
        return c >= 0xad && (Character.getType(c) == Character.FORMAT || (c >= 0xfe00 && c <= 0xfe0f));
    }

    /** As {@link Character} has it, which is slow for each character of a long chat. */
    static boolean isLetterOrDigit(char c) {
        return c < 0x80 ? LETTERS[c] != 0 : Character.isLetterOrDigit(c);
    }

    /** A letter in lower case or a digit; 0 for anything else. */
    static char letter(char c) {
        if (c < 0x80) return (char) LETTERS[c];
        return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
    }

    /** Half of a character beyond the first 65,536 that is no letter. */
    static boolean isEmoji(char c) {
        return (c >= 0xd83c && c <= 0xd83e) || Character.isLowSurrogate(c);
    }

    static char lower(char c) {
        if (c >= 0x80) return Character.toLowerCase(c);
        return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** One space for a run of blanks, nothing that cannot be seen. */
    static String plain(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') out.append(' ');
            } else if (!isInvisible(c)) {
                out.append(c);
            }
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') out.setLength(out.length() - 1);
        return out.toString();
    }
}
