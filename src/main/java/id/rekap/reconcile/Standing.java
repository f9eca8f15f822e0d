package id.rekap.reconcile;

import java.util.List;

/** Where a person stands to an obligation. */
public enum Standing {
    MET,
    /** Claimed, but what would show it is missing or contested. Never guilt. */
    UNVERIFIED,
    NOT_MET,
    NOT_REPORTED;

    /** Over several obligations: the first of not met, not reported, unverified that any of them is, else met. */
    static Standing ofAll(List<Standing> standings) {
        for (Standing worst : List.of(NOT_MET, NOT_REPORTED, UNVERIFIED)) {
            if (standings.contains(worst)) {
                return worst;
            }
        }
        return MET;
    }
}
