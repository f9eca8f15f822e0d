package id.rekap.reconcile;

import java.util.List;

/**
 * Why a person stands where they stand on a published night.
 *
 * @param exempt obligations separated by a blank, {@code all} where it is every one, empty where it is none
 * @param rows about the person, on whichever lists
 * @param positions for each obligation in the mandate's order, {@code all} last; empty for who is not active on the date
 * @param raised the exceptions that name the person, unmasked
 * @param isAsPublished the register says of the person's agency what it said when the night was judged
 */
public record PersonTrace(
        String exempt, List<Row> rows, List<Position> positions, List<RaisedException> raised, boolean isAsPublished) {

    /**
     * A row about the person.
     *
     * @param file as dropped, with its folder
     * @param fate {@code COUNTED}, else the code by which it is refused
     */
    public record Row(String agency, String file, String sheet, int row, String fate) {
        public static final String COUNTED = "COUNTED";

        @Override
        public String toString() {
            return fate + " in row " + row;
        }
    }

    /**
     * How the person stands to an obligation.
     *
     * @param status as snapshot.csv counts it
     * @param rule that decided it, as docs and codes name them
     */
    public record Position(String obligation, Stands status, Because rule) {}

    /** A column of snapshot.csv. */
    public enum Stands {
        EXEMPT,
        MET,
        UNVERIFIED,
        NOT_MET,
        NOT_REPORTED
    }

    /** What decided. */
    public enum Because {
        /** Rule 10. */
        EXEMPT,
        /** No row counts for the person. */
        NO_ROW,
        /** The list has no such column. */
        NO_COLUMN,
        /** Rule 8: what the cell says. */
        ANSWER,
        /** Rule 8: it is blank. */
        BLANK,
        /** Rule 8: it cannot be read as what is asked. */
        UNREADABLE,
        /** Rule 8: others claim the same handle. */
        SHARED,
        /** Rule 9: what an official account's export says. */
        EVIDENCE,
        /** From the obligations that are not voluntary. */
        OTHERS
    }

    @Override
    public String toString() {
        return "where a person stands";
    }
}
