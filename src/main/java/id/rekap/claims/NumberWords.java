package id.rekap.claims;

import java.util.List;

/** Numbers in words: {@code seribu dua ratus empat}. */
final class NumberWords {
    private static final List<String> DIGITS =
            List.of("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan");
    private static final List<String> OTHERS =
            List.of("sepuluh", "sebelas", "belas", "puluh", "seratus", "ratus", "seribu", "ribu");

    private NumberWords() {}

    static boolean isOne(String word) {
        return DIGITS.contains(word) || OTHERS.contains(word);
    }

    /** -1 for words that are no number below a million. */
    static int value(List<String> words) {
        int thousand = words.indexOf("ribu");
        if (words.isEmpty()) return -1;
        if (words.get(0).equals("seribu")) return add(1000, words.subList(1, words.size()));
        if (thousand < 0) return belowThousand(words);
        int thousands = belowThousand(words.subList(0, thousand));
        return thousands < 1 ? -1 : add(1000 * thousands, words.subList(thousand + 1, words.size()));
    }

    private static int belowThousand(List<String> words) {
        if (words.isEmpty()) return -1;
        if (words.get(0).equals("seratus")) return add(100, words.subList(1, words.size()));
        int hundred = words.indexOf("ratus");
        if (hundred < 0) return belowHundred(words);
        int digit = hundred == 1 ? DIGITS.indexOf(words.get(0)) : -1;
        return digit < 1 ? -1 : add(100 * digit, words.subList(hundred + 1, words.size()));
    }

    private static int add(int front, List<String> rest) {
        int value = rest.isEmpty() ? 0 : front >= 1000 ? belowThousand(rest) : belowHundred(rest);
        return value < 0 ? -1 : front + value;
    }

    private static int belowHundred(List<String> words) {
        String last = words.get(words.size() - 1);
        int digit = DIGITS.indexOf(words.get(0));
        if (words.size() == 1) return last.equals("sepuluh") ? 10 : last.equals("sebelas") ? 11 : digit;
        if (digit < 1) return -1;
        if (words.size() == 2 && last.equals("belas")) return 10 + digit;
        if (!words.get(1).equals("puluh") || words.size() > 3) return -1;
        int ones = words.size() == 2 ? 0 : DIGITS.indexOf(last);
        return ones < 0 || (words.size() == 3 && ones == 0) ? -1 : 10 * digit + ones;
    }
}
