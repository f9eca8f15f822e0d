package id.rekap.claims;

import org.jspecify.annotations.Nullable;

/**
 * How a phone writes the head of a message. A file has one form: lines of another were pasted into messages.
 *
 * @param bracketed in brackets, as iPhones and WhatsApp Web write, else followed by a dash
 * @param timeFirst as in blocks copied out of WhatsApp Web
 * @param dateSeparator between day, month and year
 * @param yearFirst only with a year of four digits
 * @param longYear of four digits
 * @param comma between date and time
 * @param timeSeparator a dot on Indonesian phones, else a colon
 * @param seconds whether there are any
 * @param twelveHours with AM and PM
 */
record HeaderForm(
        boolean bracketed,
        boolean timeFirst,
        char dateSeparator,
        boolean yearFirst,
        boolean longYear,
        boolean comma,
        char timeSeparator,
        boolean seconds,
        boolean twelveHours) {

    /** Asked for each line of a chat: what a record brings by itself is slow until the optimising compiler has seen it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof HeaderForm that
                        && dateSeparator == that.dateSeparator
                        && timeSeparator == that.timeSeparator
                        && flags() == that.flags());
    }

    @Override
    public int hashCode() {
        return (dateSeparator * 31 + timeSeparator) * 31 + flags();
    }

    private int flags() {
        return flag(bracketed, 0)
                | flag(timeFirst, 1)
                | flag(yearFirst, 2)
                | flag(longYear, 3)
                | flag(comma, 4)
                | flag(seconds, 5)
                | flag(twelveHours, 6);
    }

    private static int flag(boolean is, int bit) {
        return is ? 1 << bit : 0;
    }
}
