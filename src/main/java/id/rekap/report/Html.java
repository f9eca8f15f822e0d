package id.rekap.report;

import java.nio.charset.StandardCharsets;

/**
 * A page as it is written. Markup of our own goes in by {@link #raw}; what anybody else has written by {@link #text} or
 * {@link #said}, which let nothing of it act: no markup, no control character, no mark that turns the direction of what
 * stands beside it.
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

    private final StringBuilder out = new StringBuilder(1 << 14);
    private int bytes;

    /** In UTF-8. */
    int bytes() {
        return bytes;
    }

    byte[] toBytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    Html raw(String markup) {
        out.append(markup);
        bytes += markup.length();
        return this;
    }

    Html raw(int number) {
        return raw(Integer.toString(number));
    }

    /** Also inside quotation marks. */
    Html text(String text) {
        return text(text, text.length());
    }

    /** A text whose letters may run from right to left, cut where it is longer than a reader reads. */
    Html said(String text, int most) {
        raw("<bdi>").text(text, Math.min(most, text.length()));
        if (text.length() > most) {
            out.append('…');
            bytes += 3;
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
            plain(text, plain, i);
            switch (c) {
                case '&' -> raw("&amp;");
                case '<' -> raw("&lt;");
                case '>' -> raw("&gt;");
                case '"' -> raw("&quot;");
                case '\'' -> raw("&#39;");
                default -> {
                    if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                        pair(c, text.charAt(++i));
                    } else {
                        shown(c);
                    }
                }
            }
            plain = i + 1;
        }
        plain(text, plain, end);
        return this;
    }

    private void plain(String text, int from, int to) {
        if (from < to) {
            out.append(text, from, to);
            bytes += to - from;
        }
    }

    private void pair(char high, char low) {
        boolean noCharacter = (Character.toCodePoint(high, low) & 0xFFFE) == 0xFFFE;
        if (noCharacter) {
            shown(NOT_SHOWN);
        } else {
            out.append(high).append(low);
            bytes += 4;
        }
    }

    private void shown(char c) {
        boolean blank = c == '\n' || c == '\t' || c == '\r';
        boolean acts = Character.isISOControl(c)
                || Character.isSurrogate(c)
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || (c >= '\uFDD0' && c <= '\uFDEF')
                || c >= '\uFFFE';
        out.append(blank ? ' ' : acts ? NOT_SHOWN : c);
        bytes += blank ? 1 : acts || c >= 0x800 ? 3 : 2;
    }
}
