package id.rekap.value;

import java.time.LocalDate;

/** What a number that is nobody's may have been meant to be. */
final class MalformedNumber {
    private MalformedNumber() {}

    static String hint(String cleaned) {
        if (Blanks.allDigits(cleaned)) {
            return switch (cleaned.length()) {
                case 16 -> PossibleNumber.hasBirthDate(cleaned) ? "" : "NUPTK";
                case 18 -> "";
                default -> isTwo(cleaned) ? "TWO" : "LENGTH";
            };
        }
        if (!suggestion(cleaned, PossibleNumber.ANY_DATE).isEmpty()) {
            return "LETTERS";
        }
        return longRuns(cleaned) > 1 ? "TWO" : "";
    }

    static String suggestion(String cleaned, LocalDate asOf) {
        int length = cleaned.length();
        if (length != 16 && length != 18) {
            return "";
        }
        var repaired = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            repaired.append(digit(cleaned.charAt(i)));
        }
        String number = repaired.toString();
        return !number.equals(cleaned) && PossibleNumber.holds(number, asOf) ? number : "";
    }

    /** The digit that a letter is mistaken for, else the character itself. */
    static char digit(char c) {
        return switch (c) {
            case 'O', 'o' -> '0';
            case 'l', 'I', 'i', '|' -> '1';
            default -> c;
        };
    }

    /** Cleaning has taken the blank or line break between them, so they stand joined. */
    private static boolean isTwo(String digits) {
        return isTwo(digits, 16) || isTwo(digits, 18);
    }

    private static boolean isTwo(String digits, int first) {
        return digits.length() > first
                && PossibleNumber.holds(digits.substring(0, first), PossibleNumber.ANY_DATE)
                && PossibleNumber.holds(digits.substring(first), PossibleNumber.ANY_DATE);
    }

    private static int longRuns(String text) {
        int runs = 0;
        int length = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Blanks.isDigit(text.charAt(i))) {
                length++;
            } else {
                runs += length >= 16 && length <= 18 ? 1 : 0;
                length = 0;
            }
        }
        return runs;
    }
}
