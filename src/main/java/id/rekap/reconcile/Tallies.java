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

/** Counts people by agency, type and obligation while they are judged. */
final class Tallies {
    private final Mandate mandate;
    private final List<Integer> owed = new ArrayList<>();
    private final List<Integer> follows = new ArrayList<>();
    private final TreeMap<String, Map<String, Cells>> byAgency = new TreeMap<>();
    private final TreeMap<String, Map<Group, int[]>> presence = new TreeMap<>();

    Tallies(Mandate mandate) {
        this.mandate = mandate;
        for (int i = 0; i < mandate.obligations().size(); i++) {
            Obligation obligation = mandate.obligations().get(i);
            if (!obligation.voluntary()) {
                owed.add(i);
            }
            if (obligation.isFollow()) {
                follows.add(i);
            }
        }
    }

    /** Counters of one agency and type: people, then for each obligation and {@code all} the standings, and sums. */
    private static final class Cells {
        private int people;
        private final int[][] standings;
        private final long[] totals;

        Cells(int obligations) {
            standings = new int[obligations + 1][Standing.values().length];
            totals = new long[obligations];
        }
    }

    void count(Person person, Stood stood, boolean hasRow) {
        int obligations = mandate.obligations().size();
        Cells cells = byAgency.computeIfAbsent(person.agency(), a -> new HashMap<>())
                .computeIfAbsent(person.type(), t -> new Cells(obligations));
        cells.people++;
        for (int i = 0; i < obligations; i++) {
            cells.standings[i][stood.standings().get(i).ordinal()]++;
            cells.totals[i] += stood.numbers().get(i);
        }
        Standing all = Standing.ofAll(owed.stream().map(stood.standings()::get).toList());
        cells.standings[obligations][all.ordinal()]++;

        int[] seen = presence.computeIfAbsent(person.agency(), a -> new EnumMap<>(Group.class))
                .computeIfAbsent(mandate.groupOf(person.type()), g -> new int[3]);
        seen[0]++;
        seen[1] += hasRow ? 1 : 0;
        seen[2] += hasRow && follows.stream().allMatch(i -> stood.standings().get(i) == Standing.MET) ? 1 : 0;
    }

    List<Tally> tallies() {
        List<Tally> tallies = new ArrayList<>();
        byAgency.forEach((agency, types) -> mandate.types().forEach(type -> {
            Cells cells = types.get(type.code());
            if (cells != null) {
                for (int i = 0; i < cells.standings.length; i++) {
                    tallies.add(tally(agency, type.code(), i, cells));
                }
            }
        }));
        return tallies;
    }

    private Tally tally(String agency, String type, int i, Cells cells) {
        boolean isAll = i == mandate.obligations().size();
        boolean isCount = !isAll && mandate.obligations().get(i).kind() == Obligation.Kind.COUNT;
        int[] standings = cells.standings[i];
        return new Tally(
                agency,
                type,
                isAll ? Mandate.ALL : mandate.obligations().get(i).id(),
                cells.people,
                0,
                standings[Standing.MET.ordinal()],
                standings[Standing.UNVERIFIED.ordinal()],
                standings[Standing.NOT_MET.ordinal()],
                standings[Standing.NOT_REPORTED.ordinal()],
                isCount ? cells.totals[i] : null);
    }

    List<Presence> presences() {
        List<Presence> presences = new ArrayList<>();
        presence.forEach((agency, groups) ->
                groups.forEach((group, seen) -> presences.add(new Presence(agency, group, seen[0], seen[1], seen[2]))));
        return presences;
    }
}
