package id.rekap.files;

/**
 * Keeps a process out that no longer owns what it writes: one that was stopped for a while wakes up in the middle of a file. Both
 * throw where it must not go on.
 */
public interface Fence {
    /** Before each file of a draft, from any thread: cheap. */
    void look();

    /** Before each step that readers see: nobody else can have taken over when this returns. */
    void check();

    /** Tells this owner from those before and after it. */
    long token();
}
