package id.rekap.tabular;

/** One sheet of a file, read forward once from its first row. */
public interface Sheet {
    /** The sheet's name; empty for CSV. */
    String name();

    /** Opens the sheet at its first row; close what is returned. */
    Rows open() throws FileRefused;

    /** A forward walk over the rows that the file holds; blank rows may be left out, their numbers are kept. */
    interface Rows extends AutoCloseable {
        /** The next row, or null at the end. */
        @org.jspecify.annotations.Nullable
        Row next() throws FileRefused;

        @Override
        void close();
    }
}
