package id.rekap.value;

import java.util.ArrayList;
import java.util.List;

/**
 * Digits of a text without anything between them.
 *
 * @param digits as 0 to 9, however they are written; a letter between digits as the digit that it looks like
 * @param written the same, the letters as letters
 */
record DigitGroup(int from, int to, String digits, String written) {
    int length() {
        return digits.length();
    }

    int number() {
        return Integer.parseInt(digits);
    }

    /** Runs within it that no letter interrupts, of these lengths; none where it is such a run itself. */
    List<DigitGroup> plainRuns(int least, int most) {
        List<DigitGroup> runs = new ArrayList<>();
        for (int i = 0, start = 0; i <= written.length(); i++) {
            if (i == written.length() || !Blanks.isDigit(written.charAt(i))) {
                if (i - start >= least && i - start <= most && i - start < length()) {
                    runs.add(new DigitGroup(
                            from + start, from + i, digits.substring(start, i), written.substring(start, i)));
                }
                start = i + 1;
            }
        }
        // with digits of two characters each the places are not known: then all of it
        return runs.isEmpty() || to - from == length() ? runs : List.of(this);
    }
}
