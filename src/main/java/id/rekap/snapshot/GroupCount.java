package id.rekap.snapshot;

import id.rekap.claims.Count;
import id.rekap.mandate.Group;
import id.rekap.reconcile.Presence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of an agency, counted three ways: a row of {@code counts.csv}.
 *
 * @param register active people
 * @param rows of those the ones with a counted row
 * @param following of those the ones who follow every account that is owed
 * @param claimed by the head of agency, null without a claim
 * @param hasList a list speaks for the agency
 */
public record GroupCount(
        String agency,
        Group group,
        int register,
        int rows,
        int following,
        @Nullable Count claimed,
        boolean hasList) {

    /** Each agency and group with people, rows or a claim; agencies in the order in which they are given. */
    public static List<GroupCount> of(PublicationModel book, List<AgencyPosition> agencies) {
        Map<String, Map<Group, Presence>> presences = new HashMap<>();
        book.presences()
                .forEach(p -> presences
                        .computeIfAbsent(p.agency(), a -> new HashMap<>())
                        .merge(p.group(), p, GroupCount::plus));
        Map<String, Claimed> claims = book.claims();
        List<GroupCount> counts = new ArrayList<>();
        for (AgencyPosition agency : agencies) {
            Map<Group, Presence> own = presences.getOrDefault(agency.code(), Map.of());
            Claimed claimed = claims.getOrDefault(agency.code(), Claimed.NOTHING);
            for (Group group : Group.values()) {
                @Nullable Count count = claimed.counts().get(group);
                @Nullable Presence presence = own.get(group);
                if (count != null || presence != null) {
                    counts.add(new GroupCount(
                            agency.code(),
                            group,
                            presence == null ? 0 : presence.headcount(),
                            presence == null ? 0 : presence.counted(),
                            presence == null ? 0 : presence.following(),
                            count,
                            agency.hasList()));
                }
            }
        }
        return counts;
    }

    private static Presence plus(Presence a, Presence b) {
        return new Presence(
                a.agency(),
                a.group(),
                a.headcount() + b.headcount(),
                a.counted() + b.counted(),
                a.following() + b.following());
    }

    /** Claimed as following more than the list says; null where either is missing. */
    public @Nullable Integer difference() {
        return claimed == null || !hasList ? null : claimed.following() - following;
    }

    /** One of the things that a difference is made of. */
    public enum Reason {
        /** People of the register without a counted row. */
        NOT_LISTED,
        /** People with a counted row who do not follow, or of whom it is not known. */
        LISTED_NOT_FOLLOWING,
        /** People whom the head claims not to follow. */
        CLAIMED_NOT_FOLLOWING,
        /** People whom the head claims beyond the register's, or whom the register has beyond them. */
        OTHER_PEOPLE
    }

    /** What the difference is made of: the sum of these, without those that are 0; nothing where there is no difference. */
    public Map<Reason, Integer> reasons() {
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        if (claimed != null && differs()) {
            reasons.put(Reason.NOT_LISTED, register - rows);
            reasons.put(Reason.LISTED_NOT_FOLLOWING, rows - following);
            reasons.put(Reason.CLAIMED_NOT_FOLLOWING, claimed.following() - claimed.people());
            reasons.put(Reason.OTHER_PEOPLE, claimed.people() - register);
            reasons.values().removeIf(people -> people == 0);
        }
        return reasons;
    }

    public boolean differs() {
        Integer difference = difference();
        return difference != null && difference != 0;
    }
}
