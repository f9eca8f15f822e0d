package id.rekap.value;

import java.util.Locale;

/** What databases and programs write where there is nothing. People write it into no cell, so it is blank in every column. */
public final class NoValue {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 9;

    private NoValue() {}

    /** Is this, but for blanks around it, such a word? A blank text is none. */
    public static boolean isIn(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isGap(text.charAt(from))) {
            from++;
        }
        while (to > from && isGap(text.charAt(to - 1))) {
            to--;
        }
        if (to - from < SHORTEST || to - from > LONGEST) {
            return false;
        }
        // Every cell of a night comes here, and nearly all end here.
        return switch (text.charAt(from)) {
            case 'n', 'N', '#', '\\', 'u', 'U' -> isWord(text.substring(from, to));
            default -> false;
        };
    }

    private static boolean isWord(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "null", "nan", "none", "n/a", "#n/a", "\\n", "undefined" -> true;
            default -> false;
        };
    }

    private static boolean isGap(char c) {
        return Blanks.isBlank(c) || Blanks.isInvisible(c);
    }
}
