package id.rekap.claims;

import java.util.Optional;

/**
 * What one chat file gave, beside its reports.
 *
 * @param refusal why nothing of it is used, or nothing
 * @param dateAssumed that dates allow several orders, and Indonesian marks decided for the day first
 * @param counts what was read; of a refused chat nothing
 * @param outline by which another export of the same chat is recognised
 */
public record ChatReading(Optional<Refusal> refusal, boolean dateAssumed, Counts counts, ChatOutline outline) {
    /** Why a file is no chat that can be used. */
    public enum Refusal {
        /** No line begins with the head of a message, in any form that is known. */
        NO_HEADER,
        /** Most heads have one form, and the first line with content has not. */
        BEGINS_WITHOUT_HEADER,
        /** Whatever order of day and month is tried, a date does not exist, lies ahead, or falls back. */
        NO_DATE_ORDER,
        /** An archive with two chats or more. */
        SEVERAL_CHATS,
        /** More than 500 MB of text. */
        TOO_LARGE,
        /** An archive that cannot be opened or ends early. */
        BROKEN_ARCHIVE
    }

    /**
     * What a chat file holds.
     *
     * @param headers lines that begin a message or a notice
     * @param continuations lines that go on with the one above
     * @param notices heads without a message of somebody
     * @param reports messages that claim something for an agency, readable or not, one for each agency
     * @param unreadable those of them that cannot be read for sure
     */
    public record Counts(long lines, long headers, long continuations, long notices, long reports, long unreadable) {}

    static ChatReading refused(Refusal reason) {
        return new ChatReading(Optional.of(reason), false, new Counts(0, 0, 0, 0, 0, 0), ChatOutline.EMPTY);
    }
}
