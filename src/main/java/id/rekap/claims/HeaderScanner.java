package id.rekap.claims;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Finds the head of a message at a line's start, in any of the forms that phones and WhatsApp Web write. */
final class HeaderScanner {
    /** Stands behind the line. */
    private static final char NONE = '\uffff';

    private final String line;
    private int at;
    /** What stands there. */
    private char now;

    private int first;
    private int second;
    private int third;
    private char dateSeparator;
    private boolean yearFirst;
    private boolean longYear;
    private boolean comma;

    private int hour;
    private int minute;
    private int seconds;
    private char timeSeparator;
    private boolean twelveHours;

    private HeaderScanner(String line, int at) {
        this.line = line;
        go(at);
    }

    private void go(int to) {
        at = to;
        now = to < line.length() ? line.charAt(to) : NONE;
    }

    /** The head that the line begins with, or null. */
    static @Nullable MessageHeader scan(String line) {
        int at = 0;
        while (at < line.length() && Glyphs.isInvisible(line.charAt(at))) at++;
        if (at == line.length()) return null;
        char c = line.charAt(at);
        if (c == '[') {
            MessageHeader header = new HeaderScanner(line, at + 1).bracketed(false);
            return header != null ? header : new HeaderScanner(line, at + 1).bracketed(true);
        }
        return c >= '0' && c <= '9' ? new HeaderScanner(line, at).dashed() : null;
    }

    private @Nullable MessageHeader bracketed(boolean timeFirst) {
        boolean read = timeFirst ? time() && between() && date() : date() && between() && time();
        if (!read || !take(']')) return null;
        blanks();
        return header(true, timeFirst);
    }

    private @Nullable MessageHeader dashed() {
        if (!date() || !between() || !time() || !blanks()) return null;
        if (!take('-') && !take('\u2013')) return null;
        if (at < line.length() && !blanks()) return null;
        return header(false, false);
    }

    private MessageHeader header(boolean bracketed, boolean timeFirst) {
        var form = new HeaderForm(
                bracketed,
                timeFirst,
                dateSeparator,
                yearFirst,
                longYear,
                comma,
                timeSeparator,
                seconds >= 0,
                twelveHours);
        return new MessageHeader(form, first, second, third, LocalTime.of(hour, minute, Math.max(seconds, 0)), at);
    }

    /** The shape of a date: a head of a day that does not exist is still a head, and its file one that cannot be used. */
    private boolean date() {
        int start = at;
        first = number(4);
        int firstDigits = at - start;
        if (first < 0 || !separator('/', '.', '-')) return false;
        dateSeparator = line.charAt(at - 1);
        second = number(2);
        if (second < 0 || !take(dateSeparator)) return false;
        start = at;
        third = number(4);
        int thirdDigits = at - start;
        yearFirst = firstDigits == 4;
        longYear = yearFirst || thirdDigits == 4;
        boolean shaped = yearFirst ? thirdDigits <= 2 : firstDigits <= 2 && (thirdDigits == 2 || thirdDigits == 4);
        return shaped && third >= 0;
    }

    /** A comma, a blank or both; some phones write {@code pukul} as well. */
    private boolean between() {
        comma = take(',');
        boolean blank = blanks();
        if ((now == 'p' || now == 'P') && line.regionMatches(true, at, "pukul", 0, 5)) {
            go(at + 5);
            return blanks();
        }
        return comma || blank;
    }

    private boolean time() {
        hour = number(2);
        if (hour < 0 || !separator(':', '.', ':')) return false;
        timeSeparator = line.charAt(at - 1);
        minute = twoDigits();
        seconds = -1;
        if (take(timeSeparator)) {
            seconds = twoDigits();
            if (seconds < 0) return false;
        }
        int afternoon = meridiem();
        twelveHours = afternoon >= 0;
        boolean exists = twelveHours ? hour >= 1 && hour <= 12 : hour >= 0 && hour <= 23;
        if (twelveHours) hour = hour % 12 + 12 * afternoon;
        return exists && minute >= 0 && minute <= 59 && seconds <= 59;
    }

    /** 0 for AM, 1 for PM, -1 for neither. */
    private int meridiem() {
        int before = at;
        blanks();
        int half = take('A') || take('a') ? 0 : take('P') || take('p') ? 1 : -1;
        if (half >= 0) {
            boolean dotted = take('.');
            if (dotted) blanks();
            if (take('M') || take('m')) {
                if (dotted) take('.');
                return half;
            }
        }
        go(before);
        return -1;
    }

    private int twoDigits() {
        int start = at;
        int value = number(2);
        return at - start == 2 ? value : -1;
    }

    /** -1 where no digit stands; a digit more than {@code most} is left, and nothing expects one. */
    private int number(int most) {
        int start = at;
        int value = 0;
        for (; at - start < most && now >= '0' && now <= '9'; go(at + 1)) value = value * 10 + now - '0';
        return at == start ? -1 : value;
    }

    private boolean separator(char one, char other, char third) {
        return take(one) || take(other) || take(third);
    }

    private boolean take(char c) {
        if (now != c) return false;
        go(at + 1);
        return true;
    }

    private boolean blanks() {
        int start = at;
        while (Glyphs.isBlank(now) || Glyphs.isInvisible(now)) go(at + 1);
        return at > start;
    }
}
