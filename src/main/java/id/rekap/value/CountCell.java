package id.rekap.value;

import java.util.Locale;

/** Reads a count as Indonesians write it: a dot between thousands, a comma before decimals. */
final class CountCell {
    private static final int MOST_DIGITS = 9;

    private CountCell() {}

    static Answer read(String written, int atLeast) {
        String text = Blanks.collapsed(written);
        if (text.isEmpty() || NoValue.isIn(text)) {
            return Answer.BLANK;
        }
        String number = withoutUnit(text);
        if (!Blanks.isDigit(number.charAt(0))) {
            return word(text, atLeast);
        }
        String digits = Blanks.allDigits(number) ? number : withoutThousands(number);
        if (digits.isEmpty()) {
            return Answer.unreadable(text, reason(number));
        }
        if (digits.length() > MOST_DIGITS) {
            return Answer.unreadable(text, Reason.TOO_LARGE);
        }
        return counted(Integer.parseInt(digits), atLeast);
    }

    private static Answer counted(int n, int atLeast) {
        return new Answer(n >= atLeast ? ReadAs.YES : ReadAs.NO, Integer.toString(n), n, "");
    }

    private static Answer word(String text, int atLeast) {
        return switch (Words.of(text)) {
            case NO -> counted(0, atLeast);
            case YES -> Answer.unreadable(text, Reason.YES_WORD);
            case AMBIGUOUS -> Answer.unreadable(text, Reason.AMBIGUOUS);
            case NONE -> Answer.unreadable(text, reason(text));
        };
    }

    /** {@code 3x}, {@code 3 kali}, {@code 3 orang}: what is counted, behind the number. */
    private static String withoutUnit(String text) {
        int end = text.length();
        while (end > 0 && (Character.isLetter(text.charAt(end - 1)) || text.charAt(end - 1) == '×')) {
            end--;
        }
        if (end == 0 || end == text.length()) {
            return text;
        }
        return switch (text.substring(end).toLowerCase(Locale.ROOT)) {
            case "x", "×", "kali", "orang", "org" -> text.substring(0, end).stripTrailing();
            default -> text;
        };
    }

    /** {@code 1.204} as {@code 1204}; empty when it is not digits in groups of three. */
    private static String withoutThousands(String text) {
        int first = text.indexOf('.');
        if (first < 1 || first > 3 || text.charAt(0) == '0' || (text.length() - first) % 4 != 0) {
            return "";
        }
        var digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean separator = i >= first && (i - first) % 4 == 0;
            char c = text.charAt(i);
            if (separator ? c != '.' : !Blanks.isDigit(c)) {
                return "";
            }
            if (!separator) {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    private static Reason reason(String text) {
        boolean digit = false;
        boolean point = false;
        boolean exponent = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Blanks.isDigit(c)) {
                digit = true;
            } else if (c == ',' || c == '.') {
                point = true;
            } else if (digit && (c == 'e' || c == 'E')) {
                exponent = true;
            } else if (c == '%' && digit && i == text.length() - 1) {
                return Reason.PERCENT;
            } else if (!(Blanks.isDash(c) && (i == 0 || exponent)) && !(c == '+' && exponent) && c != ' ') {
                return Reason.NOT_A_NUMBER;
            }
        }
        if (!digit) {
            return Reason.NOT_A_NUMBER;
        }
        if (exponent) {
            return Reason.EXPONENT;
        }
        if (Blanks.isDash(text.charAt(0))) {
            return Reason.NEGATIVE;
        }
        return point ? Reason.DECIMAL : Reason.NOT_A_NUMBER;
    }
}
