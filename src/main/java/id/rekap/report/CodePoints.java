package id.rekap.report;

/** Order of texts by code point: the same on every machine, and the order of the UTF-8 bytes. */
final class CodePoints {
    private CodePoints() {}

    static int compare(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char c = a.charAt(i);
            char d = b.charAt(i);
            if (c != d) {
                // A surrogate stands for a code point above all that fit in one char.
                boolean high = Character.isSurrogate(c);
                return high == Character.isSurrogate(d) ? Character.compare(c, d) : high ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
