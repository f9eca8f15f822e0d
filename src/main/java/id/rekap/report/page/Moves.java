package id.rekap.report.page;

import id.rekap.mandate.Group;

/**
 * Whether somebody could stand elsewhere without any number changing that a set shows of two agencies: then nobody can tell
 * how many there are in the one and in the other. Each asks for one person of a group of an agency who could go to the other,
 * or come from there.
 */
final class Moves {
    private Moves() {}

    /** One who changes the agency. */
    interface Move {
        boolean isPossible(Split agency, Split other, Group group, boolean gives);
    }

    /** Between two closed agencies. */
    static boolean closed(Split agency, Split other, Group group, boolean gives, boolean closesGroups) {
        if (agency.equals(other)) {
            return false;
        }
        Split from = gives ? agency : other;
        Split to = gives ? other : agency;
        boolean owing = owes(agency, group);
        Split.Part giver = closesGroups ? from.whole() : from.part(group);
        return (gives || giver.owed().containsAll(agency.part(group).few()))
                && mayLeave(giver, owing, to.isSilent() && !from.isSilent())
                && staysAsIs(from.all(), -1, owing)
                && staysAsIs(to.all(), 1, owing);
    }

    /** Between two joined agencies, where somebody of the other group who stands alike comes back. */
    static boolean joined(Split agency, Split other, Group group, boolean gives, boolean closesGroups) {
        boolean owing = owes(agency, group);
        if (agency.equals(other)) {
            Split.Part own = agency.part(group);
            Split.Part beside = agency.beside(group);
            return closesGroups && (gives ? turns(own, beside, owing) : turns(beside, own, owing));
        }
        Split from = gives ? agency : other;
        Split to = gives ? other : agency;
        return from.part(group).isLike(to.beside(group), owing)
                && turns(from.part(group), from.beside(group), owing)
                && turns(to.beside(group), to.part(group), owing);
    }

    /** Between two agencies that this set closes, as another set has it: nobody with a row stands where no list is. */
    static boolean unseen(Split agency, Split other, Group group, boolean gives, boolean closesGroups) {
        Split from = gives ? agency : other;
        Split to = gives ? other : agency;
        Split.Part giver = closesGroups ? from.whole() : from.part(group);
        return !from.equals(to)
                && giver.all().headcount() > 0
                && (from.isSilent() || !to.isSilent() || giver.withoutRow() > 0);
    }

    /** @param forSilence whom the list of the one speaks for, nobody knows in the other */
    private static boolean mayLeave(Split.Part giver, boolean owing, boolean forSilence) {
        Sum all = giver.all();
        int some = owing ? forSilence ? all.notReported() : all.due() : all.exempt();
        return some > 0 && (!forSilence || giver.withoutRow() > 0);
    }

    /** Could one of a group be one of the other? */
    private static boolean turns(Split.Part from, Split.Part to, boolean owing) {
        return (owing ? from.all().due() : from.all().exempt()) > 0
                && staysAsIs(from.all(), -1, owing)
                && staysAsIs(to.all(), 1, owing);
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
