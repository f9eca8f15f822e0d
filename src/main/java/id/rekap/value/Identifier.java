package id.rekap.value;

import java.time.LocalDate;

/** The number that a row names a person by: NIP (18 digits), NI PPPK (18) or NIK (16), as offices write it. */
public final class Identifier {
    private static final int NIK_LENGTH = 16;
    private static final int NIP_LENGTH = 18;

    private Identifier() {}

    /**
     * The bare number: no blanks of any kind, apostrophes, {@code ="…"} wrapper or {@code NIP.} in front, no dots or dashes
     * between the groups of a NIP. Empty when nothing, only a dash, or a {@link NoValue} is left.
     */
    public static String clean(String written) {
        return WrittenIdentifier.clean(written);
    }

    /** Whether a spreadsheet has eaten digits: {@code 1,97E+17}, or 18 digits ending in 000 (no sequence is 000). */
    public static boolean damaged(String cleaned) {
        return (cleaned.length() == 18 && cleaned.endsWith("000") && Blanks.allDigits(cleaned)) || hasExponent(cleaned);
    }

    /** Whether somebody could have this number as NIP, NI PPPK or NIK on that date. */
    public static boolean possible(String cleaned, LocalDate asOf) {
        return PossibleNumber.holds(cleaned, asOf);
    }

    /**
     * What a malformed number seems to be: {@code NUPTK} (16 digits without a date), {@code LETTERS} (O for 0, l for
     * 1), {@code TWO} (two numbers in a cell), {@code LENGTH} (digits, but not 16 or 18), else empty.
     */
    public static String hint(String cleaned) {
        return MalformedNumber.hint(cleaned);
    }

    /** The number with its letters turned into the digits that they stand for, if that is possible; else empty. */
    public static String suggestion(String cleaned, LocalDate asOf) {
        return MalformedNumber.suggestion(cleaned, asOf);
    }

    /** Whether the number is shaped like a NIK. */
    public static boolean isNik(String no) {
        return no.length() == NIK_LENGTH && Blanks.allDigits(no);
    }

    /**
     * The text with every run of 13 digits and more as {@code ************1234}, and so where they stand in groups
     * ({@code **** **** **** 1234}); what reads as a NIP stays.
     */
    public static String masked(String text) {
        return Masked.of(text);
    }

    /** A number of the register as it is shown: 18 digits are a NIP there, whatever they look like. */
    public static String maskedNumber(String no) {
        return no.length() == NIP_LENGTH && Blanks.allDigits(no) ? no : masked(no);
    }

    /** The name of a file with its folder, each as {@link #masked}: two codes in a path are not one number. */
    public static String maskedPath(String path) {
        int slash = path.indexOf('/') + 1;
        return masked(path.substring(0, slash)) + masked(path.substring(slash));
    }

    private static boolean hasExponent(String text) {
        int i = digits(text, 0);
        if (i == 0) {
            return false;
        }
        if (i < text.length() && (text.charAt(i) == ',' || text.charAt(i) == '.')) {
            i = digits(text, i + 1);
        }
        if (i >= text.length() || (text.charAt(i) != 'E' && text.charAt(i) != 'e')) {
            return false;
        }
        i++;
        if (i < text.length() && (text.charAt(i) == '+' || Blanks.isDash(text.charAt(i)))) {
            i++;
        }
        return i < text.length() && digits(text, i) == text.length();
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && Blanks.isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
