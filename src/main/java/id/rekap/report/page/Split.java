package id.rekap.report.page;

import id.rekap.mandate.Group;
import id.rekap.snapshot.Standing;

/** An agency's people in their two groups. */
record Split(String agency, Part asn, Part contract) {

    /**
     * A group of an agency.
     *
     * @param all obligation {@code all}
     * @param hasFew whether one or two people are in it, or owe any one obligation
     */
    record Part(Sum all, boolean hasFew) {
        /** Whether some of both stand alike to obligation {@code all}, owing something or exempt. */
        boolean isLike(Part other, boolean owing) {
            Sum one = all;
            Sum two = other.all;
            return owing
                    ? both(one.met(), two.met())
                            || both(one.unverified(), two.unverified())
                            || both(one.notMet(), two.notMet())
                            || both(one.notReported(), two.notReported())
                    : both(one.exempt(), two.exempt());
        }

        private static boolean both(int one, int two) {
            return one > 0 && two > 0;
        }

        /** Whether some of them have met it, and some have not. */
        boolean isMixed() {
            return all.headcount() == 0 || (all.met() > 0 && all.met() < all.due());
        }
    }

    static Split of(Standing standing) {
        return new Split(standing.agency(), part(standing.asn()), part(standing.contract()));
    }

    private static Part part(Standing.People people) {
        int open = people.due() - people.met();
        Sum sum = new Sum(people.headcount(), people.headcount() - people.due(), people.met(), 0, 0, open, false, 0);
        return new Part(sum, sum.share().suppressed());
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

    boolean isSmall() {
        return all().share().suppressed();
    }

    boolean hasFew() {
        return asn.hasFew || contract.hasFew;
    }
}
