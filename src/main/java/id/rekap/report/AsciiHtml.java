package id.rekap.report;

import gg.jte.html.HtmlTemplateOutput;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A page as a template writes it. What anybody else has written goes in so that nothing of it acts: no markup, no control
 * character, no mark that turns the direction of what stands beside it. All of it is ASCII, other characters go in by
 * their number: a text of one byte a character is made and copied in half the time.
 */
final class AsciiHtml implements HtmlTemplateOutput {
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
        return out.toString().getBytes(StandardCharsets.ISO_8859_1); // ASCII, and not looked through again
    }

    /** Texts are as harmless between quotation marks as elsewhere; no template of ours has any in a script or a style. */
    @Override
    public void setContext(@Nullable String tag, @Nullable String attribute) {}

    /** Markup in ASCII. */
    @Override
    public void writeContent(String markup) {
        out.append(markup);
    }

    @Override
    public void writeContent(String markup, int begin, int end) {
        out.append(markup, begin, end);
    }

    @Override
    public void writeUserContent(int number) {
        out.append(number);
    }

    @Override
    public void writeUserContent(String text) {
        int end = text.length();
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
    }

    private void pair(char high, char low) {
        int character = Character.toCodePoint(high, low);
        boolean noCharacter = (character & 0xFFFE) == 0xFFFE;
        number(noCharacter ? NOT_SHOWN : character);
    }

    private void other(char c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\n', '\t', '\r' -> out.append(' ');
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
