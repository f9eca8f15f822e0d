package id.rekap.report;

import id.rekap.report.page.Inert;

/**
 * Keeps a text from being executed by the spreadsheet that opens it: quoting does not help, a leading apostrophe does.
 * What a terminal would obey or XML cannot hold is shown as a mark. Only for texts; a negative number stays a number.
 */
final class SpreadsheetText {
    private SpreadsheetText() {}

    static String harmless(String text) {
        String shown = Inert.of(text);
        return executable(shown) ? "'" + shown : shown;
    }

    private static boolean executable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c < 0x7F) {
                return c == '=' || c == '+' || c == '-' || c == '@';
            }
            if (i == 0 && (c == '\t' || c == '\r' || c == '\n')) {
                return true;
            }
            // Some programs drop blanks and marks that cannot be seen before they look for a formula.
            boolean dropped = Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT;
            if (!dropped) {
                return c == '\uFF1D' || c == '\uFF0B' || c == '\uFF0D' || c == '\uFF20';
            }
        }
        return false;
    }
}
