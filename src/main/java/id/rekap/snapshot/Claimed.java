package id.rekap.snapshot;

import id.rekap.claims.Count;
import id.rekap.mandate.Group;
import java.util.Map;

/**
 * What the head of an agency claims on a night.
 *
 * @param counts of the groups that are claimed
 * @param nil that there is nothing to report
 */
public record Claimed(Map<Group, Count> counts, boolean nil) {
    public static final Claimed NOTHING = new Claimed(Map.of(), false);

    public Claimed {
        counts = Map.copyOf(counts);
    }
}
