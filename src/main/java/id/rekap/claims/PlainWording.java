package id.rekap.claims;

import java.text.Normalizer;
import java.util.Locale;

/** The text of a message in lower case, in plain letters and digits, without what is only drawn. */
final class PlainWording {
    /** Stands for a digit of another script, or a number in a circle: a count perhaps, not for sure. */
    static final char ODD_DIGIT = '\ue002';

    private static final int KEYCAP = 0x20e3;

    private final String raw;
    private final StringBuilder out;

    private PlainWording(String raw) {
        this.raw = raw;
        this.out = new StringBuilder(raw.length());
    }

    static String of(String message) {
        var wording = new PlainWording(message);
        for (int i = 0; i < message.length(); ) {
            char c = message.charAt(i);
            if (c < 0x80 && c != '\n' && c != '\r') {
                wording.ascii(c, ++i);
                continue;
            }
            int point = message.codePointAt(i);
            i += Character.charCount(point);
            wording.take(point, i);
        }
        return wording.out.toString();
    }

    private void take(int point, int next) {
        if (point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029) {
            out.append('\n');
        } else if (point == KEYCAP) {
            keycap(next);
        } else if (isFancy(point)) {
            String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
            plain.codePoints().forEach(c -> letter(c, next));
        } else {
            letter(point, next);
        }
    }

    /** Bold and italic letters, and those as wide as Chinese ones, are letters. Small and circled numbers are no digits. */
    private static boolean isFancy(int point) {
        return (point >= 0x1d400 && point <= 0x1d7ff) || (point >= 0xff01 && point <= 0xff5e);
    }

    private void letter(int point, int next) {
        if (point < 0x80) {
            ascii((char) point, next);
            return;
        }
        if (point <= 0xffff && Glyphs.isInvisible((char) point)) return;
        switch (Character.getType(point)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.OTHER_NUMBER, Character.LETTER_NUMBER ->
                out.append(ODD_DIGIT);
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.OTHER_LETTER ->
                out.append(Character.toString(point).toLowerCase(Locale.ROOT));
            case Character.DASH_PUNCTUATION -> out.append('-');
            case Character.MATH_SYMBOL -> out.append(isStroke(point) ? '/' : '+');
            // a digit may be struck through
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> out.append(isAfterDigit() ? "+" : "");
            default -> other(point, next);
        }
    }

    private void ascii(char c, int next) {
        switch (c) {
            case '*', '_', '`' -> out.append(isWithinNumber(next) ? '+' : ' ');
            case '\'' -> apostrophe(next);
            case '"' -> out.append(' ');
            default -> out.append(c < ' ' ? ' ' : Glyphs.lower(c));
        }
    }

    /** {@code Jum'at} is a word; {@code 1'204} may be a number. */
    private void apostrophe(int next) {
        if (isWithinNumber(next)) out.append('+');
    }

    private boolean isWithinNumber(int next) {
        return !out.isEmpty()
                && Glyphs.isDigit(out.charAt(out.length() - 1))
                && next < raw.length()
                && Glyphs.isDigit(raw.charAt(next));
    }

    private static boolean isStroke(int point) {
        return point == 0x2044 || point == 0x2215;
    }

    private void other(int point, int next) {
        switch (point) {
            case 0x2018, 0x2019, 0x02bc, 0x00b4 -> apostrophe(next);
            case 0x2022, 0x25cf, 0x25aa, 0x25e6, 0x2023, 0x25a0, 0x27a2 -> out.append(';');
            case 0x00b7 -> out.append(isAfterDigit() ? '+' : ';');
            case 0x066a -> out.append('%');
            default -> {
                if (Character.isLetter(point)) out.appendCodePoint(point);
                else out.append(' ');
            }
        }
    }

    private boolean isAfterDigit() {
        return !out.isEmpty() && Glyphs.isDigit(out.charAt(out.length() - 1));
    }

    /** A key with a digit numbers a list where it begins a line, alone; elsewhere nobody knows. */
    private void keycap(int next) {
        int digit = out.length() - 1;
        if (digit < 0 || !Glyphs.isDigit(out.charAt(digit))) return;
        boolean begins = out.substring(out.lastIndexOf("\n") + 1, digit).isBlank();
        boolean alone = !(next < raw.length() && Glyphs.isDigit(raw.charAt(next)));
        out.setCharAt(digit, begins && alone ? ' ' : ODD_DIGIT);
    }
}
