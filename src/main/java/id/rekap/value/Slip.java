package id.rekap.value;

/** The four slips of the hand that make one number into another. */
public final class Slip {
    private Slip() {}

    /** Whether one digit is wrong, missing or extra, or two neighbours are swapped; false for equal numbers. */
    public static boolean oneApart(String a, String b) {
        return switch (a.length() - b.length()) {
            case 0 -> oneWrongOrSwapped(a, b);
            case 1 -> oneMore(a, b);
            case -1 -> oneMore(b, a);
            default -> false;
        };
    }

    private static boolean oneWrongOrSwapped(String a, String b) {
        int length = a.length();
        int i = firstDifference(a, b, length);
        if (i == length) {
            return false;
        }
        if (sameFrom(a, i + 1, b, i + 1)) {
            return true;
        }
        return i + 1 < length
                && a.charAt(i) == b.charAt(i + 1)
                && a.charAt(i + 1) == b.charAt(i)
                && sameFrom(a, i + 2, b, i + 2);
    }

    private static boolean oneMore(String longer, String shorter) {
        int i = firstDifference(longer, shorter, shorter.length());
        return sameFrom(longer, i + 1, shorter, i);
    }

    private static int firstDifference(String a, String b, int length) {
        int i = 0;
        while (i < length && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    private static boolean sameFrom(String a, int fromA, String b, int fromB) {
        return a.regionMatches(fromA, b, fromB, a.length() - fromA);
    }
}
