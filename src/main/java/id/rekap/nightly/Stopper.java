package id.rekap.nightly;

import id.rekap.lock.RunLock;

/** Who may ask a run to stop, also before it has begun. */
public interface Stopper {
    /** Has it asked already? Then a run that holds no lock yet does not begin. */
    boolean isAsked();

    /** The run holds this lock from now on, and is asked by it. */
    void holds(RunLock lock);
}
