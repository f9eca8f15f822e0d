package id.rekap.database;

import java.util.Collection;
import java.util.Collections;

/** Question marks of a statement, as many as there are values. */
public final class Marks {
    private Marks() {}

    /** {@code ?,?,?}, for {@code in (…)} and {@code values (…)}. */
    public static String of(Collection<?> values) {
        return of(values.size());
    }

    public static String of(int values) {
        return String.join(",", Collections.nCopies(values, "?"));
    }

    /** {@code (…) or (…)}, the condition once for each value. */
    public static String anyOf(Collection<?> values, String condition) {
        return String.join(" or ", Collections.nCopies(values.size(), "(" + condition + ")"));
    }
}
