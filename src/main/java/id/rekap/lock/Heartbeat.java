package id.rekap.lock;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/**
 * Beats for an owner on a connection of its own, and hears whether somebody asks it to stop. Who works for an owner elsewhere
 * beats nothing: it looks whether that still has the date.
 */
final class Heartbeat implements AutoCloseable {
    private static final long NOT_WAITING = Long.MIN_VALUE;

    private final JdbcTemplate jdbc;
    private final String mandate;
    private final LocalDate date;
    private final long token;
    private final boolean isOwner;
    private final long lostAfterNanos;
    private final ScheduledExecutorService beats;
    private volatile long lastBeat = System.nanoTime();
    private volatile long waitingSince = NOT_WAITING;
    private volatile boolean taken;
    private volatile boolean stopAsked;

    Heartbeat(
            JdbcTemplate jdbc,
            String mandate,
            LocalDate date,
            long token,
            boolean isOwner,
            Duration every,
            Duration lease) {
        this.jdbc = jdbc;
        this.mandate = mandate;
        this.date = date;
        this.token = token;
        this.isOwner = isOwner;
        // an owner that cannot beat gives up before another may take over
        this.lostAfterNanos = lease.minusSeconds(10).toNanos();
        this.beats = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        // a beat catches what it can meet; one that dies all the same shows as a heartbeat that stands still
        var unused =
                beats.scheduleWithFixedDelay(this::beat, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        long before = System.nanoTime();
        waitingSince = before;
        try {
            if (isOwner && jdbc.update("""
                    update heartbeat set beat_at = utc_timestamp(3)
                    where mandate = ? and business_date = ? and token = ?""", mandate, date, token) == 0) {
                taken = true;
                return;
            }
            List<Boolean> asked = jdbc.queryForList(
                    "select stop_asked from heartbeat where mandate = ? and business_date = ? and token = ?",
                    Boolean.class,
                    mandate,
                    date,
                    token);
            taken = asked.isEmpty();
            lastBeat = before;
            stopAsked |= asked.contains(true);
        } catch (DataAccessException | TransactionException e) {
            // the next beat may come through; if none does, isLost says so
        } finally {
            waitingSince = NOT_WAITING;
        }
    }

    /** A beat has neither come through nor failed for so long that it is lost: the server takes no writes and says nothing. */
    boolean isStuck() {
        long since = waitingSince;
        return since != NOT_WAITING && System.nanoTime() - since > lostAfterNanos;
    }

    /** Its last beat found another owner. */
    boolean isTaken() {
        return taken;
    }

    boolean isLost() {
        return taken || System.nanoTime() - lastBeat > lostAfterNanos;
    }

    boolean isStopAsked() {
        return stopAsked;
    }

    void askStop() {
        stopAsked = true;
    }

    @Override
    public void close() {
        beats.shutdownNow();
    }
}
