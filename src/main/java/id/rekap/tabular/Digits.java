package id.rekap.tabular;

import org.jspecify.annotations.Nullable;

/** Numbers in attributes, of which a broken file may hold anything. */
final class Digits {
    private Digits() {}

    /** The number that these digits are, -1 where they are none or more than an int holds. */
    static int number(@Nullable String digits) {
        if (digits == null || digits.isEmpty()) return -1;
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) return -1;
            number = number * 10 + digit;
            if (number > Integer.MAX_VALUE) return -1;
        }
        return (int) number;
    }
}
