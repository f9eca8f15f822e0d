package id.rekap.claims;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share beside counts. It counts nobody; but one that is not theirs makes them doubtful.
 *
 * @param of whom it was said of
 * @param hundredths of a per cent
 * @param unit of its last digit, in hundredths
 * @param notFollowing whether it may be the share of those who do not follow
 * @param people whether it may be that of all people
 */
record Percentage(StatedCounts of, int hundredths, int unit, boolean notFollowing, boolean people) {
    private static final int ALL = 10_000;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3})(?:[.,](\\d)(\\d)?)?");

    /** Its number in hundredths, and behind it their unit. */
    static Token token(String text) {
        Matcher found = WRITTEN.matcher(text);
        if (!found.find()) return Token.of(TokenKind.PERCENT, "%");
        String tenths = found.group(2) == null ? "0" : found.group(2);
        String hundredths = found.group(3) == null ? "0" : found.group(3);
        int unit = found.group(2) == null ? 100 : found.group(3) == null ? 10 : 1;
        return new Token(
                TokenKind.PERCENT, "%", Integer.parseInt(found.group(1) + tenths + hundredths), unit, Set.of());
    }

    /** Up to rounding, up or down. */
    boolean isOf(Count count) {
        return isShare(count.following(), count.people())
                || (notFollowing && isShare(count.people() - count.following(), count.people()))
                || (people && hundredths == ALL);
    }

    private boolean isShare(int part, int whole) {
        return whole == 0 || Math.abs((long) ALL * part - (long) hundredths * whole) < (long) unit * whole;
    }
}
