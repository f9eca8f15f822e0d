package id.rekap.reconcile;

import id.rekap.evidence.FollowerNames;
import java.time.LocalDate;

/**
 * A complete export that comes this night.
 *
 * @param day that it is of
 */
public record FollowersArrived(String account, LocalDate day, FollowerNames names) {
    @Override
    public String toString() {
        return "an export of " + account;
    }
}
