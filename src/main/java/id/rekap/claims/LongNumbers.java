package id.rekap.claims;

import java.util.regex.Pattern;

/** Runs of nine digits or more, however they are grouped: telephone and identity numbers, which belong to somebody. */
final class LongNumbers {
    private static final int FEWEST = 9;
    /** Beside a date and a time so many digits may be counts. */
    private static final int MOST_BESIDE = 6;

    /** Signs between two digits of one run. */
    private static final int WIDEST_GAP = 4;

    /** Between blanks: 31/07/2020, 2020-07-31. */
    private static final Pattern DATE = Pattern.compile("(?<![^\\h(])(?:"
            + "(?:0?[1-9]|[12]\\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\\1(?:20)?\\d\\d"
            + "|20\\d\\d([/.-])(?:0?[1-9]|1[0-2])\\2(?:0?[1-9]|[12]\\d|3[01]))(?![^\\h)])");

    private static final String CLOCK = "(?:[01]?\\d|2[0-3])\\.[0-5]\\d";
    private static final Pattern TIME =
            Pattern.compile("(?<![^\\h(])" + CLOCK + "(?: ?\\p{Pd} ?" + CLOCK + ")?(?![^\\h)])");

    private LongNumbers() {}

    /** The text with a mark for each of them. Read character by character: a line may be nothing but digits. */
    static String without(String text, String mark) {
        if (!hasEnough(text)) return text;
        var out = new StringBuilder(text.length());
        int kept = 0;
        for (int at = 0; at < text.length(); at++) {
            if (!isDigit(text, at)) continue;
            int end = end(text, at);
            String run = text.substring(at, end);
            if (digits(run) >= FEWEST && !isDated(run)) {
                boolean plus = at > kept && text.charAt(at - 1) == '+';
                out.append(text, kept, plus ? at - 1 : at).append(mark);
                kept = end;
            }
            at = end - 1;
        }
        return out.append(text, kept, text.length()).toString();
    }

    /** Behind the last digit of the run that begins here. */
    private static int end(String text, int from) {
        int end = from;
        for (int at = from; at < text.length(); at++) {
            if (isDigit(text, at)) end = at + Character.charCount(text.codePointAt(at));
            else if (at >= end && (at - end >= WIDEST_GAP || !isBetween(text.charAt(at)))) break;
        }
        return end;
    }

    private static boolean isBetween(char c) {
        return Glyphs.isBlank(c)
                || Glyphs.isInvisible(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || "./\\()[]*_\u20e3".indexOf(c) >= 0;
    }

    private static boolean isDated(String run) {
        String dateless = DATE.matcher(run).replaceAll(" ");
        return !dateless.equals(run) && digits(TIME.matcher(dateless).replaceAll(" ")) <= MOST_BESIDE;
    }

    /** Asked of each line of a chat that is ASCII. */
    static boolean mayBeIn(byte[] ascii) {
        int digits = 0;
        for (byte b : ascii) {
            if (b <= '9' && b >= '0') digits++;
        }
        return digits >= FEWEST;
    }

    private static boolean hasEnough(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < FEWEST; i++) {
            char c = text.charAt(i);
            if (c <= '9' ? c >= '0' : c > 0x7f && isDigit(text, i)) digits++;
        }
        return digits >= FEWEST;
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text, i)) digits++;
        }
        return digits;
    }

    /** Of any script; the second half of one that takes two characters is none. */
    private static boolean isDigit(String text, int at) {
        char c = text.charAt(at);
        return Glyphs.isDigit(c) || (c > 0x7f && Character.isDigit(text.codePointAt(at)));
    }
}
