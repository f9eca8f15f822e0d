package id.rekap.reconcile;

import java.util.List;

/**
 * What judging an agency gave.
 *
 * @param rows data rows of the list in force = counted + refused
 * @param claims handles of counted rows: for each 8 bytes of hash and 4 of position in the list
 * @param crossKey digest of the matches across agencies that it was made with
 */
@SuppressWarnings("ArrayRecordComponent") // carried from judge to database, never compared
public record Outcome(
        String agency,
        int rows,
        int counted,
        int refused,
        List<Tally> tallies,
        List<Presence> presences,
        List<RaisedException> raised,
        List<UnmatchedRow> unmatchedRows,
        byte[] claims,
        byte[] crossKey) {
    /** What is left of it when the rest is written. */
    public Outcome totals() {
        return new Outcome(
                agency, rows, counted, refused, List.of(), List.of(), List.of(), List.of(), new byte[0], crossKey);
    }

    @Override
    public String toString() {
        return "outcome of " + agency;
    }
}
