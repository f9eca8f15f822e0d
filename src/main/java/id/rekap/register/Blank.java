package id.rekap.register;

import id.rekap.value.NoValue;
import java.text.Normalizer;

/**
 * Blanks that nobody sees must not open a new interval: one space where there were several, none at the ends, NFC. What
 * programs write for nothing is blank, too.
 */
final class Blank {
    private Blank() {}

    static String trimmed(String written) {
        if (NoValue.isIn(written)) {
            return "";
        }
        if (tidy(written)) {
            return written;
        }
        StringBuilder text = new StringBuilder(written.length());
        boolean gap = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (blank(c)) {
                gap = true;
            } else if (Character.getType(c) != Character.FORMAT) {
                if (gap && text.length() > 0) {
                    text.append(' ');
                }
                gap = false;
                text.append(c);
            }
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean tidy(String written) {
        boolean gap = true;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c > '~' || c < ' ' || (c == ' ' && gap)) {
                return false;
            }
            gap = c == ' ';
        }
        return !gap || written.isEmpty();
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
