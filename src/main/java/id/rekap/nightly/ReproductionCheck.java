package id.rekap.nightly;

import id.rekap.snapshot.PublicationContexts.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * How a set that was made again stands beside the published one.
 *
 * @param isSame byte for byte
 * @param isSameData its tables of data are
 * @param isOtherwiseMade by another program, or by a mandate that has changed: then its data may differ
 * @param because what has changed since, in words
 */
public record ReproductionCheck(boolean isSame, boolean isSameData, boolean isOtherwiseMade, List<String> because) {

    static ReproductionCheck of(Bytes then, Bytes now) {
        List<String> because = new ArrayList<>();
        if (!then.rekap().equals(now.rekap())) {
            because.add("Rekap is " + now.rekap() + ", was " + then.rekap());
        }
        if (!then.mandate().equals(now.mandate())) {
            because.add("the mandate's file has changed");
        }
        boolean isOtherwiseMade = !because.isEmpty();
        if (!then.language().equals(now.language())) {
            because.add("the language is " + now.language() + ", was " + then.language()
                    + "; single exceptions keep the words that they were judged in");
        }
        return new ReproductionCheck(
                then.manifest().equals(now.manifest()),
                then.data().equals(now.data()),
                isOtherwiseMade,
                List.copyOf(because));
    }

    /** Other data by the same program and mandate: the database has not what it had. */
    boolean isUnexplained() {
        return !isSameData && !isOtherwiseMade;
    }
}
