package id.rekap.mandate;

import java.util.Locale;

/** Header names are compared without case, blanks, {@code _ / - . @} and marks that cannot be seen. */
public final class Header {
    private Header() {}

    public static String folded(String written) {
        StringBuilder folded = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean dropped = c == '_'
                    || c == '/'
                    || c == '-'
                    || c == '.'
                    || c == '@'
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.FORMAT;
            if (!dropped) {
                folded.append(c);
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }
}
