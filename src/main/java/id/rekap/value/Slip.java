package id.rekap.value;

/**
 * One of the four slips of the hand that make one number into another.
 *
 * @param digit the first that differs, 1 for the first; of a missing one its place in the number that was meant
 * @param written what stands there, empty for a missing one
 * @param meant what should, empty for one too many
 */
public record Slip(Kind kind, int digit, String written, String meant) {
    /** What the hand did. */
    public enum Kind {
        WRONG,
        MISSING,
        EXTRA,
        SWAPPED
    }

    /** What made {@code a} of {@code b}, which are {@link #oneApart}. */
    public static Slip between(String a, String b) {
        int end = Math.min(commonEnd(a, b), Math.min(a.length(), b.length()) - commonStart(a, b));
        int from = commonStart(a, b);
        String written = a.substring(from, a.length() - end);
        String meant = b.substring(from, b.length() - end);
        Kind kind = written.isEmpty()
                ? Kind.MISSING
                : meant.isEmpty() ? Kind.EXTRA : written.length() == 2 ? Kind.SWAPPED : Kind.WRONG;
        return new Slip(kind, from + 1, written, meant);
    }

    /** Whether one digit is wrong, missing or extra, or two neighbours are swapped; false for equal numbers. */
    public static boolean oneApart(String a, String b) {
        return switch (a.length() - b.length()) {
            case 0 -> oneWrongOrSwapped(a, b);
            case 1 -> commonStart(a, b) + commonEnd(a, b) >= b.length();
            case -1 -> commonStart(a, b) + commonEnd(a, b) >= a.length();
            default -> false;
        };
    }

    private static boolean oneWrongOrSwapped(String a, String b) {
        int end = commonEnd(a, b);
        int equal = a.length() - 2 - end;
        if (equal > 0 && a.charAt(equal - 1) != b.charAt(equal - 1)) {
            return false; // as nearly all are: numbers begin alike, with a year or a region
        }
        int from = commonStart(a, b);
        int differing = a.length() - from - end;
        return differing == 1
                || (differing == 2 && a.charAt(from) == b.charAt(from + 1) && a.charAt(from + 1) == b.charAt(from));
    }

    private static int commonStart(String a, String b) {
        int most = Math.min(a.length(), b.length());
        int i = 0;
        while (i < most && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    private static int commonEnd(String a, String b) {
        int most = Math.min(a.length(), b.length());
        int i = 0;
        while (i < most && a.charAt(a.length() - 1 - i) == b.charAt(b.length() - 1 - i)) {
            i++;
        }
        return i;
    }
}
