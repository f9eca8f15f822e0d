package id.rekap.reconcile;

import java.time.LocalDate;

/**
 * A run as its night's tables know it.
 *
 * @param id inside the database only
 * @param previous the run whose set stands for the latest earlier date, 0 without one
 */
public record RunRef(long id, String mandate, LocalDate date, int revision, long previous) {
    public boolean hasPrevious() {
        return previous != 0;
    }
}
