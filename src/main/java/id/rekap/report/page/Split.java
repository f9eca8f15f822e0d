package id.rekap.report.page;

import id.rekap.mandate.Group;
import id.rekap.snapshot.AgencySummary;

/**
 * An agency's people in their two groups.
 *
 * @param isSilent it is told that no list speaks for it: then all of its people are not reported, and none has a row
 */
record Split(String agency, boolean isSilent, Part asn, Part contract) {

    /**
     * A group of an agency.
     *
     * @param all obligation {@code all}
     * @param rows how many of its people have a counted row
     * @param hasFew whether one or two people are in it, or owe any one obligation
     */
    record Part(Sum all, int rows, boolean hasFew) {
        /** Whether some of both stand alike to obligation {@code all}, owing something or exempt, and have a row or have none. */
        boolean isLike(Part other, boolean owing) {
            Sum one = all;
            Sum two = other.all;
            return owing
                    ? both(one.met(), two.met())
                            || both(one.unverified(), two.unverified())
                            || both(one.notMet(), two.notMet())
                            || (both(one.notReported(), two.notReported()) && mayHaveLikeRows(other))
                    : both(one.exempt(), two.exempt()) && mayHaveLikeRows(other);
        }

        /** Of those of whom a row tells nothing: who met something or did not has one. */
        private boolean mayHaveLikeRows(Part other) {
            return both(withoutRow(), other.withoutRow()) || both(withRow(), other.withRow());
        }

        int withoutRow() {
            return all.headcount() - rows;
        }

        private int withRow() {
            return rows - all.met() - all.unverified() - all.notMet();
        }

        private static boolean both(int one, int two) {
            return one > 0 && two > 0;
        }

        /** Whether some of them have met it, and some have not. */
        boolean isMixed() {
            return all.headcount() == 0 || (all.met() > 0 && all.met() < all.due());
        }
    }

    static Split of(AgencySummary summary) {
        boolean isSilent = summary.state().isSilent();
        return new Split(summary.agency(), isSilent, part(summary.asn()), part(summary.contract()));
    }

    /** Nobody is told how many had rows on an earlier night. */
    private static Part part(AgencySummary.People people) {
        int open = people.due() - people.met();
        Sum sum = new Sum(people.headcount(), people.headcount() - people.due(), people.met(), 0, 0, open, false, 0);
        return new Part(sum, people.met(), sum.share().suppressed());
    }

    Part part(Group group) {
        return group == Group.ASN ? asn : contract;
    }

    Part beside(Group group) {
        return group == Group.ASN ? contract : asn;
    }

    Sum all() {
        return asn.all.plus(contract.all);
    }

    /** Of both groups. */
    Part whole() {
        return new Part(all(), asn.rows + contract.rows, hasFew());
    }

    boolean isSmall() {
        return all().share().suppressed();
    }

    boolean hasFew() {
        return asn.hasFew || contract.hasFew;
    }
}
