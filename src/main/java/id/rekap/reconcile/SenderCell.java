package id.rekap.reconcile;

/** A cell of a column that is the sender's own, given back with the exceptions of its row. */
public record SenderCell(String header, String value) {
    @Override
    public String toString() {
        return "a cell of the sender";
    }
}
