package id.rekap.claims;

/**
 * Words with which names begin that are looked for in texts. Most texts have none of them: this says so without cutting a text into
 * words, for each of the millions of lines of a long chat.
 */
final class FirstWords {
    private static final int BITS = 18;
    private static final int PRIME = 31;

    private final long[] there = new long[(1 << BITS) / Long.SIZE];

    /** @param word letters and digits, in lower case */
    void add(String word) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) hash = PRIME * hash + word.charAt(i);
        there[place(hash) / Long.SIZE] |= 1L << place(hash);
    }

    /** False where none of them stands in the text; some that are none are taken for one. */
    boolean mayBeIn(String text) {
        return mayBeIn(text, false);
    }

    /** The same for bytes of ASCII. */
    boolean mayBeIn(byte[] ascii) {
        int hash = 0;
        boolean within = false;
        for (byte b : ascii) {
            char letter = Glyphs.letter((char) b);
            if (letter != 0) {
                hash = PRIME * hash + letter;
                within = true;
            } else if (within) {
                if (isThere(hash)) return true;
                hash = 0;
                within = false;
            }
        }
        return within && isThere(hash);
    }

    /** The same for a message as it was written, where signs may stand in a word that it is read without. */
    boolean mayBeReadIn(String message) {
        return mayBeIn(message, true);
    }

    private boolean mayBeIn(String text, boolean isToBeRead) {
        int hash = 0;
        boolean within = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isToBeRead) {
                // read as one word, unless it is a number
                if (c == '\'' && !(i + 1 < text.length() && Glyphs.isDigit(text.charAt(i + 1)))) continue;
                if (c == '\'' || c == '&' || (c >= 0x80 && !Glyphs.isEmoji(c))) return true;
            }
            char letter = Glyphs.letter(c);
            if (letter != 0) {
                hash = PRIME * hash + letter;
                within = true;
            } else if (within) {
                if (isThere(hash)) return true;
                hash = 0;
                within = false;
            }
        }
        return within && isThere(hash);
    }

    private boolean isThere(int hash) {
        return (there[place(hash) / Long.SIZE] & 1L << place(hash)) != 0;
    }

    private static int place(int hash) {
        return (hash * 0x9E3779B9) >>> (Integer.SIZE - BITS);
    }
}
