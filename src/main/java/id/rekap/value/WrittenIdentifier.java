package id.rekap.value;

import java.util.List;

/** Takes off what offices write around a number. */
final class WrittenIdentifier {
    /** Longest first; dots and slashes between their letters are skipped ({@code NI. PPPK}, {@code NIP/NIK}). */
    private static final String[] LABELS = {"NIPNIK", "NIKNIP", "NIPPPK", "NIP", "NIK"};

    private static final int NIP_LENGTH = 18;

    /** Birth date, appointment and sex, each written apart from what follows. */
    private static final List<Integer> GROUP_ENDS = List.of(8, 14, 15);

    private WrittenIdentifier() {}

    static String clean(String written) {
        int length = written.length();
        if (length >= 16 && length <= 18 && Blanks.allDigits(written)) {
            return written;
        }
        String bare = withoutBlanks(written);
        int from = 0;
        int to = bare.length();
        int before = -1;
        while (to - from != before) {
            before = to - from;
            while (from < to && isApostrophe(bare.charAt(from))) {
                from++;
            }
            while (to > from && isApostrophe(bare.charAt(to - 1))) {
                to--;
            }
            int inside = quoteAt(bare, from, to);
            if (inside > from) {
                from = inside;
                if (to > from && isQuote(bare.charAt(to - 1))) {
                    to--;
                }
            }
            from = afterLabel(bare, from, to);
        }
        String number = bare.substring(from, to);
        return isNothing(number) ? "" : ungrouped(number);
    }

    private static boolean isNothing(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Blanks.isDash(text.charAt(i))) {
                return NoValue.isIn(text);
            }
        }
        return true;
    }

    /** A NIP without the dots or dashes between its groups; anything else as it is. */
    private static String ungrouped(String text) {
        if (text.length() <= NIP_LENGTH || text.length() > NIP_LENGTH + GROUP_ENDS.size()) {
            return text;
        }
        StringBuilder digits = new StringBuilder(NIP_LENGTH);
        int marked = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Blanks.isDigit(c)) {
                digits.append(c);
            } else if ((c == '.' || Blanks.isDash(c))
                    && GROUP_ENDS.contains(digits.length())
                    && marked < digits.length()) {
                marked = digits.length();
            } else {
                return text;
            }
        }
        return digits.length() == NIP_LENGTH ? digits.toString() : text;
    }

    private static String withoutBlanks(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dropped = Blanks.isBlank(c) || Blanks.isInvisible(c);
            if (dropped && out == null) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            } else if (!dropped && out != null) {
                out.append(c);
            }
        }
        return out == null ? text : out.toString();
    }

    /** The place after {@code ="} or {@code "}, or {@code from}. */
    private static int quoteAt(String text, int from, int to) {
        int i = from < to && text.charAt(from) == '=' ? from + 1 : from;
        return i < to && isQuote(text.charAt(i)) ? i + 1 : from;
    }

    private static int afterLabel(String text, int from, int to) {
        for (String label : LABELS) {
            int i = from;
            int matched = 0;
            while (i < to && matched < label.length()) {
                char c = text.charAt(i);
                if (Character.toUpperCase(c) == label.charAt(matched)) {
                    matched++;
                } else if (matched == 0 || (c != '.' && c != '/')) {
                    break;
                }
                i++;
            }
            if (matched == label.length()) {
                return afterPunctuation(text, i, to, from);
            }
        }
        return from;
    }

    /** A word that only begins like a label (a name in the wrong column) is left whole. */
    private static int afterPunctuation(String text, int at, int to, int otherwise) {
        int i = at;
        while (i < to && ".:;=/_".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        while (i < to && Blanks.isDash(text.charAt(i))) {
            i++;
        }
        boolean joined = i == at && i < to && Character.isLetter(text.charAt(i));
        return joined && "OolI".indexOf(text.charAt(i)) < 0 ? otherwise : i;
    }

    static boolean isApostrophe(char c) {
        return c == '\''
                || c == '`'
                || c == '\u00b4'
                || (c >= '\u2018' && c <= '\u201b')
                || c == '\u02bc'
                || c == '\u2032';
    }

    private static boolean isQuote(char c) {
        return c == '"' || (c >= '\u201c' && c <= '\u201f') || c == '\u2033';
    }
}
