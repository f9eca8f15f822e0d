package id.rekap.report;

import java.nio.charset.StandardCharsets;

/**
 * A page as it is written. Markup of our own goes in by {@link #raw}; what anybody else has written by {@link #text} or
 * {@link #said}, which let nothing of it act: no markup, no control character, no mark that turns the direction of what
 * stands beside it. All of it is ASCII, other characters go in by their number: a text of one byte a character is made and
 * copied in half the time.
 */
final class Html {
    private static final char NOT_SHOWN = '\uFFFD';

    /** Characters that are shown as they are: texts are looked through for others, and go in piece by piece. */
    private static final boolean[] PLAIN = new boolean[0x7F];

    static {
        for (char c = ' '; c < PLAIN.length; c++) {
            PLAIN[c] = "&<>\"'".indexOf(c) < 0;
        }
    }

    private final StringBuilder out = new StringBuilder(1 << 15);

    int bytes() {
        return out.length();
    }

    byte[] toBytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Markup in ASCII. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html raw(int number) {
        out.append(number);
        return this;
    }

    /** Also inside quotation marks. */
    Html text(String text) {
        return text(text, text.length());
    }

    /** A text whose letters may run from right to left, cut where it is longer than a reader reads. */
    Html said(String text, int most) {
        raw("<bdi>").text(text, Math.min(most, text.length()));
        if (text.length() > most) {
            number('\u2026');
        }
        return raw("</bdi>");
    }

    private Html text(String text, int length) {
        int end = length > 0 && length < text.length() && Character.isHighSurrogate(text.charAt(length - 1))
                ? length - 1
                : length;
        int plain = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c < PLAIN.length && PLAIN[c]) {
                continue;
            }
            out.append(text, plain, i);
            if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                pair(c, text.charAt(++i));
            } else {
                other(c);
            }
            plain = i + 1;
        }
        out.append(text, plain, end);
        return this;
    }

    private void pair(char high, char low) {
        int character = Character.toCodePoint(high, low);
        boolean noCharacter = (character & 0xFFFE) == 0xFFFE;
        number(noCharacter ? NOT_SHOWN : character);
    }

    private void other(char c) {
        switch (c) {
            case '&' -> raw("&amp;");
            case '<' -> raw("&lt;");
            case '>' -> raw("&gt;");
            case '"' -> raw("&quot;");
            case '\n', '\t', '\r' -> raw(" ");
            default -> number(acts(c) ? NOT_SHOWN : c);
        }
    }

    private static boolean acts(char c) {
        return Character.isISOControl(c)
                || Character.isSurrogate(c)
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || (c >= '\uFDD0' && c <= '\uFDEF')
                || c >= '\uFFFE';
    }

    private void number(int character) {
        out.append("&#").append(character).append(';');
    }
}
