package id.rekap.report.page;

import id.rekap.mandate.Group;
import id.rekap.report.page.Moves.Move;
import id.rekap.snapshot.Suppressed;
import id.rekap.snapshot.Suppressed.Place;
import id.rekap.snapshot.Suppressed.Way;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Moves that are open in a set, and in the other sets of its date.
 *
 * @param beside what those others hide
 */
record Ways(Suppressed beside) {
    /** Kept of a group, since a country has thousands; those first that help best. */
    private static final int MOST = 16;

    /** With one of them, whichever of its groups is small. */
    boolean isSafe(Split agency, Collection<Split> hidden, Move move) {
        return hidden.stream()
                .anyMatch(other -> Stream.of(Group.values())
                        .filter(group -> agency.part(group).hasFew())
                        .allMatch(group -> move.isPossible(agency, other, group, true)
                                || move.isPossible(agency, other, group, false)));
    }

    /** By a move that is open in the other sets too, where they hide a small group of it and there is one. */
    boolean isAlsoSafe(Split agency, Collection<Split> hidden, Move move) {
        return Stream.of(Group.values()).allMatch(group -> {
            Set<Way> ways = beside.ways().getOrDefault(new Place(agency.agency(), group), Set.of());
            return ways.isEmpty()
                    || hidden.stream()
                            .anyMatch(other -> ways.stream()
                                    .anyMatch(way -> way.other().equals(other.agency())
                                            && move.isPossible(agency, other, group, way.gives())));
        });
    }

    /**
     * How there could be more or fewer in an agency's small groups, at most so many ways for each.
     *
     * @param again for those that the other sets know
     */
    Map<Place, Set<Way>> open(Split agency, Collection<Split> hidden, Move move, Move again) {
        Map<Place, Set<Way>> open = new HashMap<>();
        for (Group group : Group.values()) {
            Place place = new Place(agency.agency(), group);
            Set<Way> known = beside.ways().get(place);
            if (known != null || agency.part(group).hasFew()) {
                open.put(
                        place,
                        hidden.stream()
                                .flatMap(other -> Stream.of(true, false)
                                        .filter(gives -> known == null
                                                ? move.isPossible(agency, other, group, gives)
                                                : known.contains(new Way(other.agency(), gives))
                                                        && again.isPossible(agency, other, group, gives))
                                        .map(gives -> new Way(other.agency(), gives)))
                                .limit(MOST)
                                .collect(Collectors.toUnmodifiableSet()));
            }
        }
        return open;
    }
}
