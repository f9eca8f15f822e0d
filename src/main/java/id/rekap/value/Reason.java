package id.rekap.value;

/** Why a cell is not readable as its kind. The catalogue's hints say each in words for the sender. */
enum Reason {
    /** {@code x}: a tick to one clerk, a cross to the next. */
    AMBIGUOUS,
    NOT_YES_NO,
    NOT_A_NUMBER,
    DECIMAL,
    PERCENT,
    NEGATIVE,
    EXPONENT,
    TOO_LARGE,
    YES_WORD,
    DIGITS_ONLY,
    EMAIL,
    PHONE,
    POST_LINK,
    OTHER_SITE,
    NO_NAME,
    TWO_HANDLES,
    DISPLAY_NAME,
    TOO_LONG,
    DOTS,
    CHARACTERS
}
