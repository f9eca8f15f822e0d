package id.rekap.value;

import java.util.regex.Pattern;

/** Hides NIKs in a text: 16 digits in a run, or in groups with one blank, dot, dash or apostrophe between them. */
final class Masked {
    private static final int NIK_LENGTH = 16;
    private static final int SHOWN = 4;
    private static final String DATE = "(?:\\d{4}\\D\\d\\d\\D\\d\\d|\\d\\d\\D\\d\\d\\D\\d{4})";
    private static final Pattern TWO_DATES = Pattern.compile(DATE + "\\D" + DATE);

    private Masked() {}

    static String of(String text) {
        StringBuilder out = null;
        int i = 0;
        while (i < text.length()) {
            if (!Blanks.isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int end = endOfRun(text, i);
            int digits = end - i;
            boolean isOneRun = true;
            int from = end;
            while (end + 1 < text.length() && isBetween(text.charAt(end)) && Blanks.isDigit(text.charAt(end + 1))) {
                from = end + 1;
                end = endOfRun(text, from);
                digits += end - from;
                isOneRun = false;
            }
            if (digits >= NIK_LENGTH) {
                out = out == null ? new StringBuilder(text) : out;
                if (digits == NIK_LENGTH && (isOneRun || !(isSubmission(text, i, end) || areDates(text, i, end)))) {
                    hide(out, i, end);
                } else {
                    hideRuns(out, i, end);
                }
            }
            i = end;
        }
        return out == null ? text : out.toString();
    }

    /** In a longer sequence (a row's number before a NIK) a run of 16 digits is a NIK all the same. */
    private static void hideRuns(StringBuilder out, int from, int to) {
        int i = from;
        while (i < to) {
            int end = endOfRun(out, i);
            if (end - i == NIK_LENGTH) {
                hide(out, i, end);
            }
            i = end + 1;
        }
    }

    private static void hide(StringBuilder out, int from, int to) {
        int left = NIK_LENGTH - SHOWN;
        for (int i = from; i < to && left > 0; i++) {
            if (Blanks.isDigit(out.charAt(i))) {
                out.setCharAt(i, '*');
                left--;
            }
        }
    }

    private static int endOfRun(CharSequence text, int from) {
        int end = from;
        while (end < text.length() && Blanks.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBetween(char c) {
        return c == '.'
                || Blanks.isBlank(c)
                || Blanks.isDash(c)
                || Blanks.isInvisible(c)
                || WrittenIdentifier.isApostrophe(c);
    }

    private static boolean areDates(String text, int from, int to) {
        return TWO_DATES.matcher(text).region(from, to).matches();
    }

    /** {@code 2020-07-31-12345678abcd}: a date, and a hash that goes on with a letter. */
    private static boolean isSubmission(String text, int from, int to) {
        return to < text.length()
                && Character.isLetter(text.charAt(to))
                && text.startsWith("-", from + 4)
                && text.startsWith("-", from + 7)
                && text.startsWith("-", from + 10);
    }
}
