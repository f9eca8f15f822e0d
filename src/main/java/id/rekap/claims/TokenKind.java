package id.rekap.claims;

/** What a token of a message is to its reader. */
enum TokenKind {
    AGENCY,
    NUMBER,
    /** Two counts with a stroke between them. */
    PAIR,
    /** Digits that are no whole count: {@code 45,5}, {@code 4O}, {@code 2x}. */
    ODD_NUMBER,
    NUMBER_WORD,
    PERCENT,
    GROUP,
    SUDAH,
    FOLLOW,
    BELUM,
    TIDAK,
    ALL,
    NIL,
    OF,
    TOTAL,
    /** What is counted: people. */
    PEOPLE,
    SEX,
    /** Why somebody is not there; in brackets a part of a count. */
    AWAY,
    ACCOUNT,
    /** The same as before: {@code idem}. */
    AS_BEFORE,
    /** Parts of the count before follow. */
    PARTS,
    /** Parts in brackets that are not the count before them. */
    ODD_PARTS,
    /** A heading says what the message is about, and counts nothing. */
    HEADING,
    /** Something is asked for. */
    REQUEST,
    /** Whom the message is addressed to follows. */
    ADDRESS,
    /** A part of an agency, or an agency that the register does not have. */
    OFFICE,
    /** A known word without a meaning for counts. */
    OTHER,
    UNKNOWN,
    STROKE,
    COLON,
    EQUALS,
    DASH,
    AND,
    STOP,
    LINE,
    OPEN,
    CLOSE,
    /** A sign that changes what a number beside it means: {@code +}, {@code ±}, {@code ?}. */
    SIGN;

    /** Ends a clause. */
    boolean isStop() {
        return this == STOP || this == LINE;
    }

    boolean isStatus() {
        return this == SUDAH || this == FOLLOW || this == BELUM;
    }
}
