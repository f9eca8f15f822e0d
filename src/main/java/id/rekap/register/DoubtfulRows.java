package id.rekap.register;

import java.util.ArrayList;
import java.util.List;

/** Rows that cannot be right as they stand, or not all of it. They are imported, and the first ones are named. */
final class DoubtfulRows {
    static final int MOST = 20;

    private final List<String> first = new ArrayList<>();
    private int rows;

    /**
     * Something more that is told of a row.
     *
     * @param doubt what cannot be right
     * @param as what it is imported as
     */
    void add(Source source, int row, String doubt, String as) {
        if (rows++ < MOST) {
            first.add(source.place(row) + ": " + doubt + "; imported as " + as
                    + ". Have the personnel office correct what is wrong");
        }
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>(first);
        if (rows > MOST) {
            warnings.add((rows - MOST) + " more like these");
        }
        return warnings;
    }
}
