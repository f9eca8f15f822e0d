package id.rekap.claims;

/** Why a report cannot be read for sure. */
enum Doubt {
    /** Digits that are no whole count, or that nobody bound to anything. */
    NUMBER,
    /** A word or sign beside a count that is not known. */
    WORD,
    /** Number words in brackets that say something else than the digits. */
    NUMBER_WORDS,
    /** A group that is counted twice, or a count for everybody that is not the groups' sum. */
    TWO_COUNTS,
    /** A count for one of the accounts. */
    ONE_ACCOUNT,
    /** {@code idem}. */
    AS_BEFORE,
    /** Following, and no number of people to hold it against. */
    NO_PEOPLE,
    /** A number of people, and none that follows. */
    NO_FOLLOWING,
    /** More following than people, or following and not following that are not the people. */
    DISAGREES,
    /** Several agencies whose lines cannot be told apart. */
    SEVERAL_AGENCIES,
    /** Longer than any message, or a date that depends on which of its numbers is the day. */
    UNSURE_MESSAGE
}
