package id.rekap.reconcile;

/** Exports of official accounts that come in the night that is crossed. */
public interface EvidenceArrivals {
    EvidenceArrivals NONE = new EvidenceArrivals() {
        @Override
        public boolean isAny() {
            return false;
        }

        @Override
        public void take(HandleLookup handles) {
            // there is nothing to take
        }
    };

    boolean isAny();

    /** Reads them, and records what they answer. */
    void take(HandleLookup handles);
}
