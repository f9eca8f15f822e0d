package id.rekap.tabular;

/** One row of a sheet; {@code number} is the row as the sender's spreadsheet shows it, the first is 1. */
public interface Row {
    int number();

    /** Cells up to the last one written. */
    int size();

    /** The cell's text, never null; empty beyond {@link #size()}. A number is written as the file holds it. */
    String text(int column);

    CellKind kind(int column);

    /** Does a cell behind so many columns hold anything that can be seen? */
    default boolean isFilledBehind(int columns) {
        for (int column = columns; column < size(); column++) {
            if (!text(column).chars().allMatch(Row::isUnseen)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnseen(int c) {
        return c <= ' ' || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
