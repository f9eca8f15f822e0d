package id.rekap.claims;

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
        boolean twelveHours) {}
