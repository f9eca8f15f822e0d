package id.rekap.claims;

import id.rekap.mandate.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an agency claims on a date.
 *
 * @param claims the report in force of each group
 * @param none its last readable report where that said it has nothing to report, else null
 * @param open those that could not be read, since the last one that could
 */
public record AgencyClaim(
        Map<Group, Claim> claims, @Nullable Claim none, List<Claim> open) {
    public static final AgencyClaim NONE = new AgencyClaim(Map.of(), null, List.of());

    public AgencyClaim {
        claims = Map.copyOf(claims);
        open = List.copyOf(open);
    }

    /** That there is nothing to report. */
    public boolean nil() {
        return none != null;
    }

    /** What is claimed of a group; null where nothing is. */
    public @Nullable Count of(Group group) {
        Claim claim = claims.get(group);
        return claim == null ? null : claim.report().counts().get(group);
    }

    /** What is claimed of each group that is claimed. */
    public Map<Group, Count> counts() {
        Map<Group, Count> counts = new TreeMap<>();
        for (Group group : Group.values()) {
            Count count = of(group);
            if (count != null) counts.put(group, count);
        }
        return counts;
    }

    /** Whether something of this report holds, or what it says of having nothing does. */
    public boolean isFrom(Claim claim) {
        return claims.containsValue(claim) || claim.equals(none);
    }

    /** What could not be read is answered, and what holds goes on. */
    AgencyClaim answered() {
        return new AgencyClaim(claims, none, List.of());
    }

    AgencyClaim after(Claim claim) {
        ChatReport report = claim.report();
        if (!report.isReadable()) {
            List<Claim> more = new ArrayList<>(open);
            more.add(claim);
            return new AgencyClaim(claims, none, more);
        }
        if (report.nil()) return new AgencyClaim(Map.of(), claim, List.of());
        Map<Group, Claim> now = new TreeMap<>(claims);
        report.counts().keySet().forEach(group -> now.put(group, claim));
        return new AgencyClaim(now, null, List.of());
    }
}
