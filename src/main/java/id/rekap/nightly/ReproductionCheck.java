package id.rekap.nightly;

import id.rekap.snapshot.PublicationContexts.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a set that was made again stands beside the published one.
 *
 * @param isKnown false where an older program published it, which kept no hashes
 * @param isSame byte for byte
 * @param isSameData its tables of data are
 * @param isOtherwiseMade by another program, or by a mandate that has changed: then its data may differ
 * @param because what has changed since, in words
 */
public record ReproductionCheck(
        boolean isKnown, boolean isSame, boolean isSameData, boolean isOtherwiseMade, List<String> because) {

    static ReproductionCheck of(@Nullable Bytes then, Bytes now) {
        if (then == null) {
            return new ReproductionCheck(false, false, false, true, List.of());
        }
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
                true,
                then.manifest().equals(now.manifest()),
                then.data().equals(now.data()),
                isOtherwiseMade,
                List.copyOf(because));
    }

    /** Other data by the same program and mandate: the database has not what it had. */
    boolean isUnexplained() {
        return isKnown && !isSameData && !isOtherwiseMade;
    }
}
