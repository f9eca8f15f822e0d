package id.rekap.report;

/**
 * Keeps a text from being executed by the spreadsheet that opens it: quoting does not help, a leading apostrophe does.
 * Only for texts; a negative number stays a number.
 */
final class SpreadsheetText {
    private SpreadsheetText() {}

    static String harmless(String text) {
        return executable(text) ? "'" + text : text;
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
