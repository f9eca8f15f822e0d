package id.rekap.cli;

/** Exit codes of the contract. */
final class Exit {
    static final int DONE = 0;
    static final int UNEXPECTED = 1;
    static final int USAGE = 2;
    static final int STOPPED = 4;
    static final int FAILED = 5;
    static final int UNUSABLE = 6;
    static final int NOTHING_TO_DO = 10;
    static final int LOCK_HELD = 11;
    static final int FINDINGS = 20;
    static final int INTERRUPTED = 130;

    private Exit() {}
}
