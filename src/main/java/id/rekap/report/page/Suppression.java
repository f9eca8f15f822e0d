package id.rekap.report.page;

import id.rekap.mandate.Group;
import id.rekap.report.page.Figures.Shown;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** The fewest people first. */
    private final List<Split> agencies;

    private final TreeMap<String, Split> joined = new TreeMap<>();
    private final TreeMap<String, Split> closed = new TreeMap<>();
    private boolean closesGroups;
    private boolean tellsFew = true;

    private Suppression(Collection<Split> agencies) {
        this.agencies = agencies.stream()
                .sorted(Comparator.comparing((Split a) -> a.all().headcount()).thenComparing(Split::agency))
                .toList();
    }

    /** Decides for the agencies of a night. */
    static Suppression of(Collection<Split> agencies) {
        Suppression suppression = new Suppression(agencies);
        suppression.begin();
        boolean isNothingTold = Share.isSmall(
                agencies.stream().mapToInt(a -> a.all().headcount()).sum());
        while (!isNothingTold && suppression.tellsFew && (suppression.joinsMore() || suppression.closesMore())) {
            // each adds an agency or hides one more kind of number, until nothing needs it
        }
        return suppression;
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
        // everybody less the one group would be the other
        closesGroups = Stream.of(Group.values())
                .anyMatch(group -> agencies.stream()
                        .map(a -> a.part(group).all())
                        .reduce(Sum.NONE, Sum::plus)
                        .share()
                        .suppressed());
        for (Split agency : agencies) {
            if (agency.isSmall() || (agency.asn().hasFew() && agency.contract().hasFew())) {
                closed.put(agency.agency(), agency);
            } else if (agency.hasFew()) {
                joined.put(agency.agency(), agency);
            }
        }
    }

    private boolean joinsMore() {
        for (Split agency : List.copyOf(joined.values())) {
            if (agency.hasFew() && !isSafe(agency, joined.values(), this::exchanges)) {
                Optional<Split> help = help(b -> !joins(b.agency()) && exchanges(agency, b));
                if (help.isPresent()) {
                    joined.put(help.get().agency(), help.get());
                } else {
                    close(agency);
                }
                return true;
            }
        }
        return false;
    }

    private boolean closesMore() {
        for (Split agency : List.copyOf(closed.values())) {
            // once the totals of the groups are hidden, nothing tells the groups of one apart
            boolean isTold = agency.isSmall() || (agency.hasFew() && !closesGroups);
            if (isTold && !isSafe(agency, closed.values(), this::moves)) {
                Optional<Split> help = help(b -> moves(agency, b));
                if (help.isPresent()) {
                    close(help.get());
                } else if (!closesGroups) {
                    closesGroups = true;
                } else {
                    closeWithoutTelling();
                }
                return true;
            }
        }
        return false;
    }

    private void close(Split agency) {
        joined.remove(agency.agency());
        closed.put(agency.agency(), agency);
    }

    /** Nothing can be told apart any more: small agencies, those beside them, and those without people. */
    private void closeWithoutTelling() {
        tellsFew = false;
        List.copyOf(joined.values()).forEach(this::close);
        for (Split agency : agencies) {
            if (agency.all().headcount() == 0 || closed.size() < CLOSED_TOGETHER) {
                close(agency);
            }
        }
    }

    /** One of which some have met all and some have not, so that their rate is not told either; else any. */
    private Optional<Split> help(Predicate<Split> helps) {
        List<Split> open = agencies.stream()
                .filter(a -> !closes(a.agency()) && helps.test(a))
                .toList();
        return open.stream()
                .filter(a -> a.asn().isMixed() && a.contract().isMixed())
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    private interface Way {
        boolean leads(Split from, Split to);
    }

    private static boolean isSafe(Split agency, Collection<Split> hidden, Way way) {
        return hidden.stream().anyMatch(b -> way.leads(agency, b));
    }

    /** Both closed: could people of each small group of a be more or fewer, and those of b fewer or more? */
    private boolean moves(Split a, Split b) {
        return !a.equals(b)
                && few(a).allMatch(group -> moves(a, b, group, owes(a, group)) || moves(b, a, group, owes(a, group)));
    }

    private boolean moves(Split from, Split to, Group group, boolean owing) {
        Split.Part giver = closesGroups ? from.whole() : from.part(group);
        return mayLeave(giver, owing, to.isSilent() && !from.isSilent())
                && staysAsIs(from.all(), -1, owing)
                && staysAsIs(to.all(), 1, owing);
    }

    /** @param forSilence whom the list of the one speaks for, nobody knows in the other */
    private static boolean mayLeave(Split.Part giver, boolean owing, boolean forSilence) {
        Sum all = giver.all();
        int some = owing ? forSilence ? all.notReported() : all.due() : all.exempt();
        return some > 0 && (!forSilence || giver.withoutRow() > 0);
    }

    /** Both joined: could people of the small group of a stand in b, and others who stand alike come back? */
    private boolean exchanges(Split a, Split b) {
        return few(a).allMatch(
                        group -> exchanges(a, b, group, owes(a, group)) || exchanges(b, a, group, owes(a, group)));
    }

    private boolean exchanges(Split from, Split to, Group group, boolean owing) {
        if (from.equals(to)) {
            return closesGroups
                    && (turns(from.part(group), from.beside(group), owing)
                            || turns(from.beside(group), from.part(group), owing));
        }
        return from.part(group).isLike(to.beside(group), owing)
                && turns(from.part(group), from.beside(group), owing)
                && turns(to.beside(group), to.part(group), owing);
    }

    /** Could one of a group be one of the other? */
    private static boolean turns(Split.Part from, Split.Part to, boolean owing) {
        return (owing ? from.all().due() : from.all().exempt()) > 0
                && staysAsIs(from.all(), -1, owing)
                && staysAsIs(to.all(), 1, owing);
    }

    private static Stream<Group> few(Split agency) {
        return Stream.of(Group.values()).filter(g -> agency.part(g).hasFew());
    }

    /** Who would have to be more or fewer: somebody who owes something, where anybody does. */
    private static boolean owes(Split agency, Group group) {
        return agency.part(group).all().due() > 0;
    }

    /** With one more or fewer: as small or as large as it is known to be? */
    private static boolean staysAsIs(Sum sum, int by, boolean owing) {
        return Share.isSmall(sum.headcount() + by) == Share.isSmall(sum.headcount())
                && (!owing || Share.isSmall(sum.due() + by) == Share.isSmall(sum.due()));
    }
}
