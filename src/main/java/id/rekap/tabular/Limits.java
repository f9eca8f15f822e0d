package id.rekap.tabular;

/**
 * How much of a file is read before it is refused as {@code FILE_TOO_LARGE}.
 *
 * @param bytes of the file itself
 * @param inflatedBytes of all parts of an XLSX that are opened, together
 * @param rows of a sheet, data or not
 * @param columns of a row
 * @param cellCharacters of one cell
 */
public record Limits(long bytes, long inflatedBytes, int rows, int columns, int cellCharacters) {
    /** Of what an agency sends. */
    public static final Limits OF_THE_CONTRACT = new Limits(50L << 20, 500L << 20, 1_000_000, 500, 32_767);
}
