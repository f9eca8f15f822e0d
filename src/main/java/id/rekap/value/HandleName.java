package id.rekap.value;

/** A user name by Instagram's rules: 1 to 30 of a-z, 0-9, dot and underscore. */
final class HandleName {
    private static final int LONGEST = 30;

    private HandleName() {}

    static boolean isValid(String lower) {
        int length = lower.length();
        return length > 0
                && length <= LONGEST
                && hasOnlyItsCharacters(lower)
                && !Blanks.allDigits(lower)
                && !hasBadDots(lower);
    }

    /** Digits alone are allowed by Instagram, but what stands in these cells is a phone or personnel number. */
    static Answer read(String lower, String text) {
        if (isValid(lower)) {
            return of(lower);
        }
        return Answer.unreadable(text, reason(lower));
    }

    /** Of a name that is valid. */
    static Answer of(String lower) {
        return new Answer(ReadAs.YES, lower, 0, "");
    }

    private static Reason reason(String lower) {
        if (lower.isEmpty()) {
            return Reason.NO_NAME;
        }
        if (Blanks.allDigits(lower)) {
            return Reason.DIGITS_ONLY;
        }
        if (!hasOnlyItsCharacters(lower)) {
            return Reason.CHARACTERS;
        }
        return lower.length() > LONGEST ? Reason.TOO_LONG : Reason.DOTS;
    }

    private static boolean hasOnlyItsCharacters(String lower) {
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (!((c >= 'a' && c <= 'z') || Blanks.isDigit(c) || c == '.' || c == '_')) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasBadDots(String lower) {
        return lower.charAt(0) == '.' || lower.charAt(lower.length() - 1) == '.' || lower.contains("..");
    }
}
