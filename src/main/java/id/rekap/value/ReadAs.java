package id.rekap.value;

/** How a cell of an obligation's column was understood. */
public enum ReadAs {
    YES,
    NO,
    BLANK,
    UNREADABLE
}
