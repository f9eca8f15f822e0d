package id.rekap.report.page;

import id.rekap.mandate.Group;
import id.rekap.report.page.Figures.Shown;
import id.rekap.snapshot.Suppressed;
import id.rekap.snapshot.Suppressed.Place;
import id.rekap.snapshot.Suppressed.Way;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which numbers of a night are hidden, so that no sum or difference of those that circulate gives back a group of one or two
 * people (complementary suppression). An agency is <b>joined</b> when its two groups are hidden and their sum is shown, and
 * <b>closed</b> when all of its numbers are.
 *
 * <p>A hidden number is safe when somebody could stand elsewhere without any shown number changing: in another closed agency,
 * or in another joined one where somebody who stands alike comes back. Where nobody could, one more agency is hidden, the
 * smallest that helps; where none helps, the totals of the groups, and at last which of the hidden ones is small.
 */
final class Suppression {
    private static final int CLOSED_TOGETHER = 2;

    /** Those that help best first: where some have met all and some have not, then the fewest people. */
    private final List<Split> agencies;

    private final Suppressed beside;
    private final Suppressed lately;
    private final Ways ways;

    private final TreeMap<String, Split> joined = new TreeMap<>();
    private final TreeMap<String, Split> closed = new TreeMap<>();
    private boolean closesGroups;
    private boolean tellsFew = true;

    private Suppression(Collection<Split> agencies, Suppressed beside, Suppressed lately) {
        this.beside = beside;
        this.lately = lately;
        this.ways = new Ways(beside);
        this.agencies = agencies.stream()
                .sorted(Comparator.comparing((Split a) -> !a.isMixed())
                        .thenComparing(a -> a.all().headcount())
                        .thenComparing(Split::agency))
                .toList();
    }

    /**
     * Decides for the agencies of a night.
     *
     * @param beside hidden by other sets of the date: what is shown beside them would tell of it
     * @param lately hidden by the set before, and again where it helps as well as others
     */
    static Suppression of(Collection<Split> agencies, Suppressed beside, Suppressed lately) {
        Suppression suppression = new Suppression(agencies, beside, lately);
        suppression.begin();
        boolean isNothingTold = Share.isSmall(
                agencies.stream().mapToInt(a -> a.all().headcount()).sum());
        while (!isNothingTold && suppression.tellsFew && (suppression.joinsMore() || suppression.closesMore())) {
            // each adds an agency or hides one more kind of number, until nothing needs it
        }
        suppression.tellsFew &= !suppression.addsUp();
        if (!suppression.tellsFew) {
            suppression.closeWithoutTelling();
        }
        return suppression;
    }

    Suppressed suppressed() {
        Map<Place, Set<Way>> open = new HashMap<>();
        List<Split> all = agencies.stream().filter(a -> closes(a.agency())).toList();
        List<Split> groups = agencies.stream().filter(a -> joins(a.agency())).toList();
        all.forEach(a -> open.putAll(ways.open(a, all, this::moves, this::unseen)));
        groups.forEach(a -> open.putAll(ways.open(a, groups, this::exchanges, this::exchanges)));
        return new Suppressed(closed.keySet(), joined.keySet(), closesGroups, tellsFew, open);
    }

    boolean joins(String agency) {
        return joined.containsKey(agency);
    }

    boolean closes(String agency) {
        return closed.containsKey(agency);
    }

    /** Whether the totals of the groups are hidden. */
    boolean closesGroups() {
        return closesGroups;
    }

    /** Whether an agency's sum may be shown. */
    Shown shown(String agency) {
        Split hidden = closed.get(agency);
        return hidden == null ? Shown.YES : hidden(hidden.all());
    }

    /** What stands for a hidden number. */
    Shown hidden(Sum sum) {
        return tellsFew && Share.isSmall(sum.headcount()) ? Shown.TOO_FEW : Shown.WITHHELD;
    }

    private void begin() {
        tellsFew = beside.tellsFew();
        // everybody less the one group would be the other
        closesGroups = beside.closesGroups()
                || Stream.of(Group.values())
                        .anyMatch(group -> agencies.stream()
                                .map(a -> a.part(group).all())
                                .reduce(Sum.NONE, Sum::plus)
                                .share()
                                .suppressed());
        for (Split agency : agencies) {
            if (beside.closes(agency.agency())
                    || agency.isSmall()
                    || (agency.asn().hasFew() && agency.contract().hasFew())) {
                closed.put(agency.agency(), agency);
            } else if (agency.hasFew() || beside.joins(agency.agency())) {
                joined.put(agency.agency(), agency);
            }
        }
    }

    /** A sum of at most two of which several are part, each one at least; or two such sums, and what they make together. */
    private boolean addsUp() {
        List<List<Integer>> groups = Stream.of(Group.values())
                .map(group -> agencies.stream()
                        .map(a -> a.part(group).all().headcount())
                        .filter(people -> people > 0)
                        .toList())
                .filter(people -> Share.isSmall(people.stream().mapToInt(n -> n).sum()))
                .toList();
        return groups.size() > 1 || groups.stream().anyMatch(people -> people.size() > 1);
    }

    private boolean joinsMore() {
        for (Split agency : List.copyOf(joined.values())) {
            if (!ways.isSafe(agency, joined.values(), this::exchanges)) {
                Optional<Split> help = help(
                        b -> !joins(b.agency()) && ways.isSafe(agency, List.of(b), this::exchanges), lately::joins);
                if (help.isPresent()) {
                    joined.put(help.get().agency(), help.get());
                } else {
                    close(agency);
                }
                return true;
            }
            if (!ways.isAlsoSafe(agency, joined.values(), this::exchanges)
                    && ways.isAlsoSafe(agency, agencies, this::unseen)) {
                close(agency);
                return true;
            }
        }
        return false;
    }

    private boolean closesMore() {
        for (Split agency : List.copyOf(closed.values())) {
            // once the totals of the groups are hidden, nothing tells the groups of one apart
            boolean isTold = agency.isSmall() || !closesGroups;
            if (isTold && !ways.isSafe(agency, closed.values(), this::moves)) {
                Optional<Split> help = help(
                                b -> ways.isSafe(agency, List.of(b), this::moves)
                                        && ways.isAlsoSafe(agency, List.of(b), this::unseen),
                                lately::closes)
                        .or(() -> help(b -> ways.isSafe(agency, List.of(b), this::moves), lately::closes));
                if (help.isPresent()) {
                    close(help.get());
                } else if (!closesGroups) {
                    closesGroups = true;
                } else {
                    tellsFew = false;
                }
                return true;
            }
            if (!ways.isAlsoSafe(agency, closed.values(), this::unseen)) {
                Optional<Split> help = help(b -> ways.isAlsoSafe(agency, List.of(b), this::unseen), lately::closes);
                if (help.isPresent()) {
                    close(help.get());
                    return true;
                }
            }
        }
        return false;
    }

    private boolean moves(Split a, Split b, Group group, boolean gives) {
        return Moves.closed(a, b, group, gives, closesGroups);
    }

    private boolean unseen(Split a, Split b, Group group, boolean gives) {
        // where the other sets show the sum of both, somebody has to come back
        boolean isExchange = beside.joins(a.agency()) && beside.joins(b.agency());
        return Moves.unseen(a, b, group, gives, closesGroups)
                && (!isExchange
                        || Stream.of(Group.values())
                                .allMatch(g -> g == group || Moves.unseen(a, b, g, !gives, closesGroups)));
    }

    private boolean exchanges(Split a, Split b, Group group, boolean gives) {
        return Moves.joined(a, b, group, gives, closesGroups);
    }

    private void close(Split agency) {
        joined.remove(agency.agency());
        closed.put(agency.agency(), agency);
    }

    /** Nothing can be told apart any more: small agencies, those beside them, and those without people. */
    private void closeWithoutTelling() {
        List.copyOf(joined.values()).forEach(this::close);
        for (Split agency : agencies) {
            if (agency.all().headcount() == 0 || closed.size() < CLOSED_TOGETHER) {
                close(agency);
            }
        }
    }

    /** @param lately whether the set before hid one in the same way: of those that help as well, that one */
    private Optional<Split> help(Predicate<Split> helps, Predicate<String> lately) {
        List<Split> able = agencies.stream()
                .filter(a -> !closes(a.agency()) && helps.test(a))
                .toList();
        return able.stream()
                .filter(a ->
                        lately.test(a.agency()) && a.isMixed() == able.get(0).isMixed())
                .findFirst()
                .or(() -> able.stream().findFirst());
    }
}
