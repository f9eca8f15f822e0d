package id.rekap.intake;

import id.rekap.tabular.CellKind;
import id.rekap.tabular.Row;
import id.rekap.value.Identifier;
import id.rekap.value.NoValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells rows that are no data from their shape: blank, numbering, sums, titles and signatures. */
final class RowShape {
    private static final int BARE_DIGITS = 8;

    /** No telephone has so many. */
    private static final int PERSON_DIGITS = 15;

    /** (999.0) */
    private static final int LONGEST_NUMBERING = 7;

    private static final Pattern SIGNATURE =
            Pattern.compile("NI(?:P|K|P?[ .]*PPPK)(?![\\p{L}/])", Pattern.CASE_INSENSITIVE);

    private RowShape() {}

    static boolean isNoData(Row row, Columns columns) {
        int filled = 0;
        int lone = -1;
        boolean numbering = true;
        boolean signatures = true;
        boolean outside = false;
        for (int i = 0; i < row.size(); i++) {
            String text = row.text(i);
            int start = start(text);
            if (start == text.length() || NoValue.isIn(text)) {
                continue;
            }
            if (isSum(text, start)) {
                return true;
            }
            filled++;
            lone = i;
            numbering = numbering && isNumber(text, filled);
            signatures = signatures && isSignature(text);
            outside = outside || !columns.identifiers().contains(i);
        }
        return filled == 0
                || (filled > 1 && (numbering || (signatures && outside)))
                || (filled == 1 && !(columns.identifiers().contains(lone) && isBareIdentifier(row.text(lone))));
    }

    private static boolean isSum(String text, int from) {
        char first = text.charAt(from);
        if (first != 'j' && first != 'J' && first != 't' && first != 'T') {
            return false;
        }
        String start = plain(text).toLowerCase(Locale.ROOT);
        return begins(start, "jumlah") || begins(start, "total");
    }

    /** A sum's word, and not the beginning of a name or of an account ({@code total.budi}, {@code jumlah_2}). */
    private static boolean begins(String text, String word) {
        if (!text.startsWith(word)) {
            return false;
        }
        int end = word.length();
        while (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == '_')) {
            end++;
        }
        return end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }

    private static boolean isNumber(String text, int expected) {
        String number = plain(text);
        if (number.length() > LONGEST_NUMBERING) {
            return false;
        }
        if (number.startsWith("(") && number.endsWith(")")) {
            number = number.substring(1, number.length() - 1);
        }
        return number.equals(Integer.toString(expected))
                || number.equals(expected + ".")
                || number.equals(expected + ".0");
    }

    /** Two sign side by side, each with a {@code NIP. 1980…}, {@code NI PPPK …} or {@code NIK …} below. */
    private static boolean isSignature(String text) {
        return SIGNATURE.matcher(plain(text)).lookingAt();
    }

    /** Digits with nothing but blanks and an apostrophe beside them; a signature's "NIP. 1980…" is not bare. */
    private static boolean isBareIdentifier(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (Character.isLetter(c) && c != 'E' && c != 'e') {
                return false;
            }
        }
        return digits >= BARE_DIGITS || (digits > 1 && text.indexOf("E+") > 0);
    }

    /** Does any cell hold what can only be a person's number, or be left of one? */
    static boolean hasNumber(Row row) {
        for (int i = 0; i < row.size(); i++) {
            String no = Identifier.clean(StoredLimits.cell(row.text(i).strip()));
            if (Identifier.damaged(no)
                    || (no.length() >= PERSON_DIGITS && no.chars().allMatch(c -> c >= '0' && c <= '9'))) {
                return true;
            }
        }
        return false;
    }

    /** A numeric or formula cell has destroyed an identifier, whatever it shows. */
    static boolean destroys(CellKind kind) {
        return switch (kind) {
            case TEXT, BLANK -> false;
            case NUMBER, FORMULA, BOOLEAN, DATE -> true;
        };
    }

    static boolean isBlank(String text) {
        return start(text) == text.length();
    }

    /** Where the blanks at the start end. */
    private static int start(String text) {
        int from = 0;
        while (from < text.length() && isGap(text.charAt(from))) {
            from++;
        }
        return from;
    }

    /** The text without blanks of any kind at its ends. */
    static String plain(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isGap(text.charAt(from))) {
            from++;
        }
        while (to > from && isGap(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isGap(char c) {
        return c <= ' ' || (c > '~' && (Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT));
    }
}
