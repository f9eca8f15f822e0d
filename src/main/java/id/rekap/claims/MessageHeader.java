package id.rekap.claims;

import java.time.LocalTime;

/**
 * The head of a message: when it was sent, its date still in three parts as written.
 *
 * @param end index in the line behind the head, where the sender's name begins
 */
record MessageHeader(HeaderForm form, int first, int second, int third, LocalTime time, int end) {
    boolean isOfSameDay(MessageHeader other) {
        return first == other.first && second == other.second && third == other.third && form.equals(other.form);
    }

    int year() {
        int year = form.yearFirst() ? first : third;
        return form.longYear() ? year : 2000 + year;
    }
}
