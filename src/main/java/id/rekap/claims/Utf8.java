package id.rekap.claims;

/** Whether bytes are UTF-8, told block by block, without decoding them: a chat is looked through for it as a whole. */
final class Utf8 {
    private static final int LOWEST = 0x80;
    private static final int HIGHEST = 0xBF;

    /** How many bytes of a character are to come, and between which bounds the next of them is. */
    private int missing;

    private int lowest = LOWEST;
    private int highest = HIGHEST;

    /** Whether so many bytes go on with what came before. */
    boolean isIn(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b >= 0 && missing == 0) continue;
            if (missing == 0 ? !begins(b & 0xFF) : !goesOn(b & 0xFF)) return false;
        }
        return true;
    }

    /** Whether no character is left unfinished. */
    boolean isWhole() {
        return missing == 0;
    }

    private boolean begins(int b) {
        if (b < 0xC2 || b > 0xF4) return false;
        missing = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        // no longer form of a shorter one, no half of a pair, nothing beyond the last character
        if (b == 0xE0) lowest = 0xA0;
        else if (b == 0xF0) lowest = 0x90;
        else if (b == 0xED) highest = 0x9F;
        else if (b == 0xF4) highest = 0x8F;
        return true;
    }

    private boolean goesOn(int b) {
        boolean is = b >= lowest && b <= highest;
        lowest = LOWEST;
        highest = HIGHEST;
        missing--;
        return is;
    }
}
