package id.rekap.tabular;

/** One row of a sheet; {@code number} is the row as the sender's spreadsheet shows it, the first is 1. */
public interface Row {
    int number();

    /** Cells up to the last one written. */
    int size();

    /** The cell's text, never null; empty beyond {@link #size()}. A number is written as the file holds it. */
    String text(int column);

    CellKind kind(int column);
}
