package id.rekap.intake;

import java.util.Comparator;

/** Names as people number them, in whatever case: {@code ralat 9} before {@code Ralat 10}. */
final class NaturalOrder {
    /** Equal only for equal names. */
    static final Comparator<String> OF_NAMES =
            ((Comparator<String>) NaturalOrder::compare).thenComparing(Comparator.naturalOrder());

    private NaturalOrder() {}

    private static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
                int endOfA = endOfNumber(a, i);
                int endOfB = endOfNumber(b, j);
                int order = compareNumbers(a.substring(i, endOfA), b.substring(j, endOfB));
                if (order != 0) {
                    return order;
                }
                i = endOfA;
                j = endOfB;
            } else if (small(a.charAt(i)) != small(b.charAt(j))) {
                return Character.compare(small(a.charAt(i)), small(b.charAt(j)));
            } else {
                i++;
                j++;
            }
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static char small(char c) {
        return Character.toLowerCase(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int endOfNumber(String name, int from) {
        int end = from;
        while (end < name.length() && isDigit(name.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Of any length, which no number type has. */
    private static int compareNumbers(String a, String b) {
        String shortA = a.replaceFirst("^0+(?=.)", "");
        String shortB = b.replaceFirst("^0+(?=.)", "");
        int order = Integer.compare(shortA.length(), shortB.length());
        return order == 0 ? shortA.compareTo(shortB) : order;
    }
}
