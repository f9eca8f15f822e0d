package id.rekap.report;

/**
 * Keeps a text from being executed by the spreadsheet that opens it: quoting does not help, a leading apostrophe does.
 * What a terminal would obey or XML cannot hold is shown as a mark. Only for texts; a negative number stays a number.
 */
final class SpreadsheetText {
    private static final char NOT_SHOWN = '\uFFFD';

    private SpreadsheetText() {}

    static String harmless(String text) {
        String shown = shown(text);
        return executable(shown) ? "'" + shown : shown;
    }

    private static String shown(String text) {
        int at = 0;
        while (at < text.length() && !acts(text, at)) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text);
        for (; at < text.length(); at++) {
            if (acts(text, at)) {
                shown.setCharAt(at, NOT_SHOWN);
            }
        }
        return shown.toString();
    }

    /** Controls other than tabulator and ends of lines, half a pair, and what is no character. */
    private static boolean acts(String text, int at) {
        char c = text.charAt(at);
        if (c < ' ') {
            return c != '\t' && c != '\n' && c != '\r';
        }
        if (c < Character.MIN_SURROGATE) {
            return c >= 0x7F && c < 0xA0;
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= 0xFFFE;
    }

    private static boolean executable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i == 0 && (c == '\t' || c == '\r' || c == '\n')) {
                return true;
            }
            // Some programs drop blanks and marks that cannot be seen before they look for a formula.
            boolean dropped = Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT;
            if (!dropped) {
                return switch (c) {
                    case '=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
                    default -> false;
                };
            }
        }
        return false;
    }
}
