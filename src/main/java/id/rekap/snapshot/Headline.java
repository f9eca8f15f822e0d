package id.rekap.snapshot;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What is said first of a night: of how many people how many have met what the mandate names for it. Where that is to follow
 * every account, these are the people of the register and {@code rows_following} of {@code counts.csv}.
 *
 * @param seen something is known of one of them: else 0 met tells nothing
 * @param rateOnly an agency of one or two people is among them, whom the numbers of the others would give back
 */
public record Headline(int of, int met, boolean seen, boolean rateOnly) {
    public static final Headline NONE = new Headline(0, 0, false);

    private static final int SMALLEST_TOLD = 3;

    public Headline(int of, int met, boolean seen) {
        this(of, met, seen, false);
    }

    public Headline plus(Headline other) {
        return new Headline(of + other.of, met + other.met, seen || other.seen, rateOnly || other.rateOnly);
    }

    /** Without a list nobody's position is known. */
    public Headline given(boolean hasList) {
        return new Headline(of, met, seen && hasList, rateOnly);
    }

    /** Of an agency beside others, when it is told later: by then nothing else of that night is closed for it. */
    Headline amongOthers() {
        return new Headline(of, met, seen, rateOnly || (of > 0 && of < SMALLEST_TOLD));
    }

    public boolean isKnown() {
        return of == 0 || seen;
    }

    /** Of a night by agency and group. */
    public static Map<String, Map<Group, Headline>> of(PublicationModel book) {
        Mandate mandate = book.mandate();
        Map<String, Map<Group, Headline>> all = new HashMap<>();
        if (mandate.isHeadlineFollowing()) {
            for (Presence p : book.presences()) {
                add(all, p.agency(), p.group(), new Headline(p.headcount(), p.following(), p.counted() > 0));
            }
            return all;
        }
        String obligation = mandate.headline().get(0);
        Map<String, Group> groups = new HashMap<>();
        mandate.types().forEach(type -> groups.put(type.code(), type.group()));
        for (Tally t : book.tallies()) {
            Group group = groups.get(t.type());
            if (group != null && t.obligation().equals(obligation)) {
                add(all, t.agency(), group, new Headline(t.due(), t.met(), t.notReported() < t.due()));
            }
        }
        return all;
    }

    private static void add(Map<String, Map<Group, Headline>> all, String agency, Group group, Headline own) {
        all.computeIfAbsent(agency, a -> new EnumMap<>(Group.class)).merge(group, own, Headline::plus);
    }

    /** Of a whole night. */
    public static Headline sum(Collection<Map<Group, Headline>> agencies) {
        return agencies.stream().flatMap(groups -> groups.values().stream()).reduce(NONE, Headline::plus);
    }
}
