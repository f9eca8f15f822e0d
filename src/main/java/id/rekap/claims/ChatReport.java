package id.rekap.claims;

import id.rekap.mandate.Group;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;

/**
 * What a message of a chat reports of one agency.
 *
 * @param agency its code
 * @param sent by the clock of the phone that exported the chat
 * @param line of the message's head in the file, from 1
 * @param print by which the same message is recognised in another export of the chat
 * @param counts of the groups it reports; empty for nil, and where it cannot be read for sure
 * @param nil that the agency has nothing to report
 * @param doubt a machine word for why it cannot be read for sure, else empty
 * @param words agency and numbers, nothing that could be a name
 */
public record ChatReport(
        String agency,
        LocalDateTime sent,
        long line,
        long print,
        Map<Group, Count> counts,
        boolean nil,
        String doubt,
        String words) {
    public ChatReport {
        counts = Map.copyOf(counts);
    }

    public boolean isReadable() {
        return doubt.isEmpty();
    }

    /** Why it cannot be read for sure, in words; empty where it can. */
    public String why(Locale locale) {
        return isReadable() ? "" : Doubt.valueOf(doubt).text(locale);
    }
}
