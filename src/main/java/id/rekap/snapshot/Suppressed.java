package id.rekap.snapshot;

import id.rekap.mandate.Group;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which numbers a set hides, so that nobody can be told from a group of one or two people. A later set of its date begins with
 * it: what one of them shows would tell what the other hides.
 *
 * @param closed agencies of which all numbers are hidden
 * @param joined agencies of which the two groups are hidden and their sum is shown
 * @param closesGroups the totals of the groups are hidden
 * @param tellsFew it is shown which of the hidden numbers are one or two
 * @param ways how there could be more or fewer in each small group without any shown number changing in any set of the date;
 *     none where some set leaves nothing open
 */
public record Suppressed(
        Set<String> closed, Set<String> joined, boolean closesGroups, boolean tellsFew, Map<Place, Set<Way>> ways) {
    public static final Suppressed NONE = new Suppressed(Set.of(), Set.of(), false, true, Map.of());

    /** Keeps what it is given as it is. */
    public Suppressed {
        closed = Set.copyOf(closed);
        joined = Set.copyOf(joined);
        ways = Map.copyOf(ways);
    }

    /** A group of an agency. */
    public record Place(String agency, Group group) {}

    /**
     * One person of the group who is in another agency, or one from there.
     *
     * @param gives the other one has that person
     */
    public record Way(String other, boolean gives) {}

    public boolean closes(String agency) {
        return closed.contains(agency);
    }

    public boolean joins(String agency) {
        return joined.contains(agency);
    }

    /** What either of them hides, and the ways that both leave open. */
    Suppressed and(Suppressed other) {
        Map<Place, Set<Way>> open = new HashMap<>(ways);
        other.ways.forEach((place, theirs) -> open.merge(place, theirs, (one, two) -> {
            Set<Way> both = new HashSet<>(one);
            both.retainAll(two);
            return both;
        }));
        return new Suppressed(
                union(closed, other.closed),
                union(joined, other.joined),
                closesGroups || other.closesGroups,
                tellsFew && other.tellsFew,
                open);
    }

    private static Set<String> union(Set<String> one, Set<String> two) {
        Set<String> all = new HashSet<>(one);
        all.addAll(two);
        return all;
    }
}
