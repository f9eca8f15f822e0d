package id.rekap.intake;

/** What reading alone can say against a row's identifier; whether a number is possible or known, judging says. */
public enum RowFault {
    NONE,
    /** No identifier, but a name and a readable obligation. */
    MISSING,
    /** A numeric or formula cell, exponent notation, or 18 digits ending in 000: the spreadsheet has destroyed it. */
    DAMAGED,
    /** More cells than the header: nobody can say which is the identifier. */
    TOO_WIDE,
    /** Nothing of its identifier: another correction of the same drop says something else of the person, and counts. */
    OUTDATED,
    /** Nothing of its identifier: a correction stands in its place, so it is no row of the list any more. */
    REPLACED
}
