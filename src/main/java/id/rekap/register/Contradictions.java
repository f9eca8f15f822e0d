package id.rekap.register;

import java.util.ArrayList;
import java.util.List;

/** Rows that say two things of a person's type. They are imported, and the first ones are named. */
final class Contradictions {
    static final int MOST = 20;

    private final List<String> first = new ArrayList<>();
    private int rows;

    /**
     * One row more.
     *
     * @param type as which it is imported
     * @param others what says otherwise
     */
    void add(Source source, int row, String type, List<String> others) {
        if (rows++ < MOST) {
            first.add(source.place(row) + ": the type is " + type + ", but " + String.join(" and ", others)
                    + "; imported as " + type + ". Have the personnel office correct the wrong one");
        }
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>(first);
        if (rows > MOST) {
            warnings.add((rows - MOST) + " more rows contradict their type");
        }
        return warnings;
    }
}
