package id.rekap.value;

import java.util.ArrayList;
import java.util.List;

/** Digits of a text in groups, and groups that may belong to one number in sequences. */
final class DigitGroups {
    private DigitGroups() {}

    /** Digits of every script, and letters that may pass for one. */
    static int count(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c < 0x80) {
                count += Blanks.isDigit(MalformedNumber.digit(c)) ? 1 : 0;
                i++;
            } else {
                int point = text.codePointAt(i);
                count += value(point) >= 0 ? 1 : 0;
                i += Character.charCount(point);
            }
        }
        return count;
    }

    static List<List<DigitGroup>> sequences(String text) {
        List<List<DigitGroup>> sequences = new ArrayList<>();
        List<DigitGroup> sequence = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (value(point) < 0) {
                i += Character.charCount(point);
                continue;
            }
            DigitGroup group = group(text, i);
            if (!sequence.isEmpty() && !isBetween(text, sequence.get(sequence.size() - 1), group)) {
                sequences.add(sequence);
                sequence = new ArrayList<>();
            }
            sequence.add(group);
            i = group.to();
        }
        sequences.add(sequence);
        return sequences;
    }

    private static DigitGroup group(String text, int from) {
        StringBuilder digits = new StringBuilder();
        StringBuilder written = new StringBuilder();
        int i = from;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            int value = value(point);
            int letters = value < 0 ? lettersAt(text, i) : 0;
            if (value < 0 && letters == 0) {
                break;
            }
            if (value >= 0) {
                digits.append(value);
                written.append(value);
                i += Character.charCount(point);
            }
            for (int n = 0; n < letters; n++, i++) {
                digits.append(MalformedNumber.digit(text.charAt(i)));
                written.append(text.charAt(i));
            }
        }
        return new DigitGroup(from, i, digits.toString(), written.toString());
    }

    /** So many letters that look like digits stand here before the next digit; 0 where none do. */
    private static int lettersAt(String text, int from) {
        int i = from;
        while (i < text.length() && MalformedNumber.digit(text.charAt(i)) != text.charAt(i)) {
            i++;
        }
        return i < text.length() && value(text.codePointAt(i)) >= 0 ? i - from : 0;
    }

    /** Of a digit of any script, circled and raised ones too; else -1. */
    @SuppressWarnings("CharacterGetNumericValue") // of numbers only, never of letters
    private static int value(int point) {
        if (point < 0x80) {
            return point >= '0' && point <= '9' ? point - '0' : -1;
        }
        int type = Character.getType(point);
        if (type != Character.DECIMAL_DIGIT_NUMBER && type != Character.OTHER_NUMBER) {
            return -1;
        }
        int value = Character.getNumericValue(point);
        return value <= 9 ? value : -1;
    }

    /** Blanks and marks of all kinds, as many as there are; any other character if it is one, a letter within digits only. */
    private static boolean isBetween(String text, DigitGroup before, DigitGroup after) {
        boolean isOne = text.codePointCount(before.to(), after.from()) == 1;
        if (isOne) {
            return !Character.isLetter(text.codePointAt(before.to())) || (before.length() >= 3 && after.length() >= 3);
        }
        for (int i = before.to(); i < after.from(); i++) {
            char c = text.charAt(i);
            boolean isMark = c == '.' || c == '_' || c == '/' || Blanks.isDash(c) || WrittenIdentifier.isApostrophe(c);
            if (!isMark && !Blanks.isBlank(c) && !Blanks.isInvisible(c)) {
                return false;
            }
        }
        return true;
    }
}
