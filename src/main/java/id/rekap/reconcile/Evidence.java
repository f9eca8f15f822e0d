package id.rekap.reconcile;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What official accounts' exports prove of the people on one list: of those whose handle has stood there since before the
 * export, whether it is among the followers.
 *
 * @param found by account, then by the register's id of the person
 * @param lookup what is found only while the list is judged: a row that counts has to be looked up before it is asked for
 * @param history what lists said by now, where it is to be kept for the next one
 */
public record Evidence(
        Map<String, Map<String, Boolean>> found,
        ListLookup lookup,
        @Nullable HandleHistory history) {
    public static final Evidence NONE = new Evidence(Map.of(), ListLookup.NONE, null);

    /** The same, with what exports say that are looked up while the list is judged. */
    Evidence with(ListLookup lookup) {
        return new Evidence(found, lookup, history);
    }

    boolean isNone() {
        return found.isEmpty() && lookup.exports().isEmpty();
    }

    /** Is the person's handle among the account's followers? Null: nothing says so or otherwise. */
    @Nullable
    Boolean of(String account, String person) {
        Boolean looked = lookup.last(account, person);
        return looked == null ? found.getOrDefault(account, Map.of()).get(person) : looked;
    }

    /** Is anything proven of the person? */
    public boolean says(String account, String person) {
        return of(account, person) != null;
    }

    /**
     * Rule 9: how an answer stands beside what is proven. Who is not found is never found to be not following.
     *
     * @param declared how the answer stands by itself
     */
    static ObligationStatus reconciled(ObligationStatus declared, boolean found) {
        if (found) {
            return ObligationStatus.MET;
        }
        return declared == ObligationStatus.MET ? ObligationStatus.UNVERIFIED : declared;
    }

    @Override
    public String toString() {
        return "evidence of " + found.keySet();
    }
}
