package id.rekap.snapshot;

import id.rekap.reconcile.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What two sets of one date say differently, without any person.
 *
 * @param agencies whose position, counts or exceptions differ, by code
 * @param counts rows of {@code snapshot.csv} that differ
 * @param groups rows of {@code counts.csv} that differ
 * @param exceptions that are open in one of them only, or say something else, by code
 */
public record NightDifference(
        List<OfAgency> agencies, List<OfCount> counts, List<OfGroup> groups, List<OfCode> exceptions) {

    /** Where an agency stands: as in {@code agencies.csv}. */
    public record Position(String state, String submission, int rows, int counted, int refused, int headcount) {
        private static Position of(AgencyPosition a) {
            return new Position(a.state().word(), a.submission(), a.rows(), a.counted(), a.refused(), a.headcount());
        }
    }

    /**
     * An agency.
     *
     * @param before null where the earlier set does not have it
     */
    public record OfAgency(
            String code,
            String name,
            @Nullable Position before,
            @Nullable Position after,
            int appeared,
            int gone,
            int changed) {}

    /** The figures of a row of {@code snapshot.csv}. */
    public record Figures(
            int headcount,
            int exempt,
            int due,
            int met,
            int unverified,
            int notMet,
            int notReported,
            @Nullable Long total) {
        private static Figures of(Tally t) {
            return new Figures(
                    t.headcount(),
                    t.exempt(),
                    t.due(),
                    t.met(),
                    t.unverified(),
                    t.notMet(),
                    t.notReported(),
                    t.total());
        }
    }

    /** A row of {@code snapshot.csv}; null on the side that lacks it. */
    public record OfCount(
            String agency,
            String type,
            String obligation,
            @Nullable Figures before,
            @Nullable Figures after) {}

    /** The figures of a row of {@code counts.csv}. */
    public record Claims(
            int register,
            int rows,
            int rowsFollowing,
            @Nullable Integer claimed,
            @Nullable Integer claimedFollowing) {
        private static Claims of(GroupCount c) {
            return new Claims(
                    c.register(),
                    c.rows(),
                    c.following(),
                    c.claimed() == null ? null : c.claimed().people(),
                    c.claimed() == null ? null : c.claimed().following());
        }
    }

    /** A row of {@code counts.csv}; null on the side that lacks it. */
    public record OfGroup(
            String agency,
            String group,
            @Nullable Claims before,
            @Nullable Claims after) {}

    /**
     * Exceptions of a code.
     *
     * @param changed the same exception, with other words, place or suggestion
     */
    public record OfCode(String code, int appeared, int gone, int changed) {}

    public boolean hasNothing() {
        return agencies.isEmpty() && counts.isEmpty() && groups.isEmpty() && exceptions.isEmpty();
    }

    /** Puts two books beside each other; one agency's exceptions of the later one are in memory at a time. */
    public static NightDifference between(PublicationModel before, PublicationModel after) {
        List<AgencyPosition> was = before.agencies();
        List<AgencyPosition> is = after.agencies();
        List<OfCount> counts = new ArrayList<>();
        pairs(tallies(before), tallies(after))
                .forEach((key, pair) -> counts.add(new OfCount(
                        key.agency(),
                        key.row(),
                        key.obligation(),
                        pair.map(pair.before(), Figures::of),
                        pair.map(pair.after(), Figures::of))));
        List<OfGroup> groups = new ArrayList<>();
        pairs(groups(before, was), groups(after, is))
                .forEach((key, pair) -> groups.add(new OfGroup(key.agency(), key.row(), pair.before(), pair.after())));
        FindingMoves findings = FindingMoves.between(before, after);

        Map<Key, AgencyPosition> positionsBefore = positions(was);
        Map<Key, AgencyPosition> positionsAfter = positions(is);
        Set<String> codes = new TreeSet<>(findings.byAgency().keySet());
        pairs(positionsBefore, positionsAfter).keySet().forEach(key -> codes.add(key.agency()));
        counts.forEach(count -> codes.add(count.agency()));
        groups.forEach(group -> codes.add(group.agency()));
        List<OfAgency> agencies = new ArrayList<>();
        for (String code : codes) {
            Key key = new Key(code, "", "");
            AgencyPosition then = positionsBefore.get(key);
            AgencyPosition now = positionsAfter.get(key);
            FindingMoves.Count moves = findings.byAgency().getOrDefault(code, new FindingMoves.Count());
            agencies.add(new OfAgency(
                    code,
                    now != null ? now.name() : then != null ? then.name() : "",
                    then == null ? null : Position.of(then),
                    now == null ? null : Position.of(now),
                    moves.appeared(),
                    moves.gone(),
                    moves.changed()));
        }
        List<OfCode> exceptions = findings.byCode().entrySet().stream()
                .map(e -> new OfCode(
                        e.getKey().name(),
                        e.getValue().appeared(),
                        e.getValue().gone(),
                        e.getValue().changed()))
                .toList();
        return new NightDifference(agencies, counts, groups, exceptions);
    }

    private record Key(String agency, String row, String obligation) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byAgency = agency.compareTo(other.agency);
            int byRow = row.compareTo(other.row);
            return byAgency != 0 ? byAgency : byRow != 0 ? byRow : obligation.compareTo(other.obligation);
        }
    }

    /** One row on both sides. */
    private record Pair<T>(@Nullable T before, @Nullable T after) {
        <F> @Nullable F map(@Nullable T side, Function<T, F> figures) {
            return side == null ? null : figures.apply(side);
        }
    }

    private static <T> Map<Key, Pair<T>> pairs(Map<Key, T> before, Map<Key, T> after) {
        Map<Key, Pair<T>> pairs = new TreeMap<>();
        before.forEach((key, was) -> {
            if (!was.equals(after.get(key))) {
                pairs.put(key, new Pair<>(was, after.get(key)));
            }
        });
        after.forEach((key, is) -> {
            if (!before.containsKey(key)) {
                pairs.put(key, new Pair<>(null, is));
            }
        });
        return pairs;
    }

    private static Map<Key, Tally> tallies(PublicationModel book) {
        Map<Key, Tally> tallies = new HashMap<>();
        book.tallies().forEach(t -> tallies.put(new Key(t.agency(), t.type(), t.obligation()), t));
        return tallies;
    }

    private static Map<Key, Claims> groups(PublicationModel book, List<AgencyPosition> agencies) {
        Map<Key, Claims> groups = new HashMap<>();
        GroupCount.of(book, agencies)
                .forEach(c -> groups.put(new Key(c.agency(), c.group().name(), ""), Claims.of(c)));
        return groups;
    }

    private static Map<Key, AgencyPosition> positions(List<AgencyPosition> agencies) {
        Map<Key, AgencyPosition> positions = new HashMap<>();
        agencies.forEach(a -> positions.put(new Key(a.code(), "", ""), a));
        return positions;
    }
}
