package id.rekap.reconcile;

import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import org.jspecify.annotations.Nullable;

/** Rule 9: what is proven of following, where a person's handle is nobody else's too. */
final class FollowProof {
    private final Mandate mandate;
    private final @Nullable String handle;

    FollowProof(Mandate mandate) {
        this.mandate = mandate;
        this.handle = mandate.followHandle()
                .map(i -> mandate.obligations().get(i).id())
                .orElse(null);
    }

    /** Whose handle followers are looked up by. */
    boolean isHandle(String obligation) {
        return obligation.equals(handle);
    }

    /** What is proven of a person and an obligation; null: nothing. */
    @Nullable
    Boolean of(Evidence evidence, String person, int obligation) {
        Obligation owed = mandate.obligations().get(obligation);
        return owed.isFollow() ? evidence.of(owed.account(), person) : null;
    }

    /** How answers stand beside what is proven of the person. */
    RowStatuses reconciled(RowStatuses statuses, Evidence evidence, String person) {
        if (evidence.isNone()) {
            return statuses;
        }
        RowStatuses reconciled = statuses;
        for (int i = 0; i < mandate.obligations().size(); i++) {
            Boolean found = of(evidence, person, i);
            if (found != null) {
                reconciled = reconciled.with(
                        i, Evidence.reconciled(reconciled.byObligation().get(i), found), found ? 1 : 0);
            }
        }
        return reconciled;
    }
}
