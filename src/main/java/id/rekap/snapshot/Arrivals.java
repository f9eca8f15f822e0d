package id.rekap.snapshot;

/** Exports of official accounts that come in the night that is crossed. */
public interface Arrivals {
    Arrivals NONE = new Arrivals() {
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
