package id.rekap.report.page;

import java.util.regex.Pattern;

/** Texts of others without what would act where they are shown. */
public final class Inert {
    private static final char NOT_SHOWN = '\uFFFD';

    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private Inert() {}

    /** On a page nothing turns the text around it, either. */
    static String onPage(String text) {
        return of(TURNING.matcher(text).replaceAll("\uFFFD"));
    }

    /** A mark for each control other than tabulator and ends of lines, half a pair, and what is no character. */
    public static String of(String text) {
        int at = 0;
        while (at < text.length() && (isPlain(text.charAt(at)) || !acts(text, at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text);
        for (; at < text.length(); at++) {
            if (acts(text, at)) {
                shown.setCharAt(at, NOT_SHOWN);
            }
        }
        return shown.toString();
    }

    /** Nearly every character is, and this is small enough for any compiler to take in. */
    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F;
    }

    private static boolean acts(String text, int at) {
        char c = text.charAt(at);
        if (c < ' ') {
            return c != '\t' && c != '\n' && c != '\r';
        }
        if (c < Character.MIN_SURROGATE) {
            return c >= 0x7F && c < 0xA0;
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || noPair(c, text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || noPair(text.charAt(at - 1), c);
        }
        return c >= 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }

    private static boolean noPair(char high, char low) {
        return !Character.isSurrogatePair(high, low) || (Character.toCodePoint(high, low) & 0xFFFE) == 0xFFFE;
    }
}
