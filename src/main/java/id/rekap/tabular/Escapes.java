package id.rekap.tabular;

/** The way in which XLSX writes characters that XML can't hold: {@code _x000D_}. */
final class Escapes {
    private static final int LENGTH = 7;

    private Escapes() {}

    static String decoded(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int copied = 0;
        for (; at >= 0; at = text.indexOf("_x", Math.max(at + 1, copied))) {
            if (isEscape(text, at)) {
                decoded.append(text, copied, at).append(character(Integer.parseInt(text, at + 2, at + 6, 16)));
                copied = at + LENGTH;
            }
        }
        return decoded.append(text, copied, text.length()).toString();
    }

    /** What no text may hold, NUL and halves of characters above all, comes out as a blank: reports have to be text. */
    private static char character(int code) {
        char c = (char) code;
        boolean isText = c >= ' ' ? !Character.isSurrogate(c) && c < 0xFFFE : c == '\t' || c == '\n' || c == '\r';
        return isText ? c : ' ';
    }

    private static boolean isEscape(String text, int at) {
        if (at + LENGTH > text.length() || text.charAt(at + LENGTH - 1) != '_') return false;
        for (int i = at + 2; i < at + 6; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) return false;
        }
        return true;
    }
}
