package id.rekap.reconcile;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.register.Person;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts people by agency, type and obligation while they are judged. In plain loops: a stream for every person of a night
 * took as long as reading what the row says.
 */
final class Tallies {
    private final Mandate mandate;
    private final boolean[] owed;
    private final boolean[] follows;
    private final ObligationStatus nothingOwed;
    private final TreeMap<String, Map<String, Cells>> byAgency = new TreeMap<>();
    private final TreeMap<String, Map<Group, int[]>> presence = new TreeMap<>();

    Tallies(Mandate mandate) {
        this.mandate = mandate;
        this.owed = new boolean[mandate.obligations().size()];
        this.follows = new boolean[owed.length];
        boolean isAnythingOwed = false;
        for (int i = 0; i < owed.length; i++) {
            owed[i] = !mandate.obligations().get(i).voluntary();
            follows[i] = mandate.obligations().get(i).isFollow();
            isAnythingOwed |= owed[i];
        }
        this.nothingOwed = isAnythingOwed ? ObligationStatus.EXEMPT : ObligationStatus.MET;
    }

    /**
     * Counters of one agency and type: people, then for each obligation and {@code all} the statuses, and sums; and those of
     * the type's group, shared with its other types.
     */
    private static final class Cells {
        private int people;
        private final int[][] statuses;
        private final long[] totals;
        private final int[] seen;

        Cells(int obligations, int[] seen) {
            this.seen = seen;
            statuses = new int[obligations + 1][ObligationStatus.values().length];
            totals = new long[obligations];
        }
    }

    void count(Person person, RowStatuses statuses, boolean hasRow) {
        Cells cells = cells(person.agency(), person.type());
        ObligationStatus all = nothingOwed;
        boolean following = hasRow;
        for (int i = 0; i < owed.length; i++) {
            ObligationStatus status = statuses.byObligation().get(i);
            cells.statuses[i][status.ordinal()]++;
            // who is exempt is not counted as proven, whatever their handle proves
            cells.totals[i] += follows[i] && status != ObligationStatus.MET
                    ? 0
                    : statuses.numbers().get(i);
            all = owed[i] ? all.and(status) : all;
            following &= !follows[i] || status == ObligationStatus.MET || status == ObligationStatus.EXEMPT;
        }
        cells.statuses[owed.length][all.ordinal()]++;
        cells.people++;
        cells.seen[0]++;
        cells.seen[1] += hasRow ? 1 : 0;
        cells.seen[2] += following ? 1 : 0;
    }

    private Cells cells(String agency, String type) {
        Map<String, Cells> types = byAgency.get(agency);
        Cells known = types == null ? null : types.get(type);
        return known == null ? newCells(agency, type) : known;
    }

    private Cells newCells(String agency, String type) {
        int[] seen = presence.computeIfAbsent(agency, a -> new EnumMap<>(Group.class))
                .computeIfAbsent(mandate.groupOf(type), g -> new int[3]);
        Cells cells = new Cells(owed.length, seen);
        byAgency.computeIfAbsent(agency, a -> new HashMap<>()).put(type, cells);
        return cells;
    }

    List<Tally> tallies() {
        List<Tally> tallies = new ArrayList<>();
        byAgency.forEach((agency, types) -> mandate.types().forEach(type -> {
            Cells cells = types.get(type.code());
            if (cells != null) {
                for (int i = 0; i < cells.statuses.length; i++) {
                    tallies.add(tally(agency, type.code(), i, cells));
                }
            }
        }));
        return tallies;
    }

    private Tally tally(String agency, String type, int i, Cells cells) {
        boolean isAll = i == mandate.obligations().size();
        boolean isCount = !isAll && mandate.obligations().get(i).kind() == Obligation.Kind.COUNT;
        int[] statuses = cells.statuses[i];
        return new Tally(
                agency,
                type,
                isAll ? Mandate.ALL : mandate.obligations().get(i).id(),
                cells.people,
                statuses[ObligationStatus.EXEMPT.ordinal()],
                statuses[ObligationStatus.MET.ordinal()],
                statuses[ObligationStatus.UNVERIFIED.ordinal()],
                statuses[ObligationStatus.NOT_MET.ordinal()],
                statuses[ObligationStatus.NOT_REPORTED.ordinal()],
                !isAll && follows[i] ? (int) cells.totals[i] : 0,
                isCount ? cells.totals[i] : null);
    }

    List<Presence> presences() {
        List<Presence> presences = new ArrayList<>();
        presence.forEach((agency, groups) ->
                groups.forEach((group, seen) -> presences.add(new Presence(agency, group, seen[0], seen[1], seen[2]))));
        return presences;
    }
}
