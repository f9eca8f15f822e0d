package id.rekap.value;

/**
 * A cell of an obligation's column, as read.
 *
 * @param value the normalised form: a handle in lower case without {@code @}, a count in plain digits, {@code ya} or
 *     {@code tidak}; empty when blank, the written text with its blanks collapsed when unreadable
 * @param number the count, else 0
 * @param reason a machine word for why it is unreadable, else empty
 */
public record Answer(ReadAs as, String value, long number, String reason) {
    static final Answer BLANK = new Answer(ReadAs.BLANK, "", 0, "");
    static final Answer YES = new Answer(ReadAs.YES, "ya", 0, "");
    static final Answer NO = new Answer(ReadAs.NO, "tidak", 0, "");

    /** Do both say the same, as read? What cannot be read is read alike, whatever is written. */
    public boolean readsLike(Answer other) {
        return as == ReadAs.UNREADABLE ? other.as == as : equals(other);
    }

    /** Reads a yes/no column. */
    public static Answer yesNo(String written) {
        return YesNoCell.read(written);
    }

    /** Reads a count: {@code YES} from {@code atLeast} on, {@code NO} below. */
    public static Answer count(String written, int atLeast) {
        return CountCell.read(written, atLeast);
    }

    /** Reads an Instagram account in any of the forms that people paste. */
    public static Answer handle(String written) {
        return HandleCell.read(written);
    }

    /** 64 well mixed bits of a handle, the same on every machine; equal ones still have to be compared. */
    public static long handleHash(String handle) {
        // FNV-1a, then MurmurHash3's finaliser: FNV alone leaves the high bits of short names nearly equal.
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < handle.length(); i++) {
            h = (h ^ handle.charAt(i)) * 0x100000001b3L;
        }
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }

    static Answer unreadable(String text, Reason reason) {
        return new Answer(ReadAs.UNREADABLE, text, 0, reason.name());
    }
}
