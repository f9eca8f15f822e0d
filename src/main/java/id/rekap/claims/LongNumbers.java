package id.rekap.claims;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs of nine digits or more, however they are grouped: telephone and identity numbers, which belong to somebody. */
final class LongNumbers {
    private static final int FEWEST = 9;
    /** Beside a date and a time so many digits may be counts. */
    private static final int MOST_BESIDE = 6;

    private static final Pattern RUN =
            Pattern.compile("\\+?\\p{Nd}(?:[\\h.\\p{Pd}\\p{Cf}/\\\\()\\[\\]*_\\x{20e3}\\x{fe0f}]{0,4}\\p{Nd}){8,}");
    /** Between blanks: 31/07/2020, 2020-07-31. */
    private static final Pattern DATE = Pattern.compile("(?<![^\\h(])(?:"
            + "(?:0?[1-9]|[12]\\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\\1(?:20)?\\d\\d"
            + "|20\\d\\d([/.-])(?:0?[1-9]|1[0-2])\\2(?:0?[1-9]|[12]\\d|3[01]))(?![^\\h)])");

    private static final String CLOCK = "(?:[01]?\\d|2[0-3])\\.[0-5]\\d";
    private static final Pattern TIME =
            Pattern.compile("(?<![^\\h(])" + CLOCK + "(?: ?\\p{Pd} ?" + CLOCK + ")?(?![^\\h)])");

    private LongNumbers() {}

    /** The text with a mark for each of them. */
    static String without(String text, String mark) {
        if (digits(text) < FEWEST) return text;
        return RUN.matcher(text).replaceAll(run -> Matcher.quoteReplacement(isDated(run.group()) ? run.group() : mark));
    }

    private static boolean isDated(String run) {
        String dateless = DATE.matcher(run).replaceAll(" ");
        return !dateless.equals(run) && digits(TIME.matcher(dateless).replaceAll(" ")) <= MOST_BESIDE;
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // digits of other scripts may take two characters, the second is no digit
            if (Glyphs.isDigit(c) || (c > 0x7f && Character.isDigit(text.codePointAt(i)))) digits++;
        }
        return digits;
    }
}
