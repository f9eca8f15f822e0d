package id.rekap.report.page;

import id.rekap.mandate.Group;
import id.rekap.snapshot.Headline;
import java.util.HashSet;
import java.util.Set;

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
     * @param first what is said first of them
     * @param few obligations that one or two of them owe
     * @param owed those that anybody of them owes
     */
    record Part(Sum all, int rows, Headline first, Set<String> few, Set<String> owed) {
        /** Whether one or two people are in it, or owe any one obligation. */
        boolean hasFew() {
            return Share.isSmall(all.headcount()) || !few.isEmpty();
        }

        /**
         * Whether some of both stand alike to obligation {@code all}, owing something or exempt, have a row or have none, and
         * stand alike in what is said first.
         */
        boolean isLike(Part other, boolean owing) {
            return isLikeFirst(other) && standsLike(other, owing);
        }

        private boolean isLikeFirst(Part other) {
            return both(first.met(), other.first.met())
                    || both(first.of() - first.met(), other.first.of() - other.first.met())
                    || both(all.headcount() - first.of(), other.all.headcount() - other.first.of());
        }

        private boolean standsLike(Part other, boolean owing) {
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
        Set<String> owed = new HashSet<>(asn.owed);
        owed.addAll(contract.owed);
        return new Part(all(), asn.rows + contract.rows, asn.first.plus(contract.first), Set.of(), owed);
    }

    /** Whether in both groups some have met all, and some have not. */
    boolean isMixed() {
        return asn.isMixed() && contract.isMixed();
    }

    boolean isSmall() {
        return all().share().suppressed();
    }

    boolean hasFew() {
        return asn.hasFew() || contract.hasFew();
    }
}
