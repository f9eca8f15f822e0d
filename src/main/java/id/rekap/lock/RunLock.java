package id.rekap.lock;

import id.rekap.files.Fence;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One owner for each mandate and date, with a heartbeat by the database's clock and a token that grows with each owner. The
 * token is checked as the last statement of every chunk's transaction, so a late writer cannot commit.
 */
public final class RunLock implements Fence, AutoCloseable {
    /** Longer than the session's wait_timeout: a paused owner's locks must not outlive its lease. */
    public static final Duration LEASE = Duration.ofSeconds(50);

    /** Between two signs of life. */
    public static final Duration BEAT = Duration.ofSeconds(2);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String mandate;
    private final LocalDate date;
    private final long token;
    private final boolean isOwner;
    private final Heartbeat heartbeat;

    /** @param token that the database has given to this process, see {@link LockAcquisition} */
    RunLock(DataSource dataSource, String mandate, LocalDate date, long token, boolean stopAsked) {
        this(dataSource, mandate, date, token, stopAsked, true);
    }

    private RunLock(
            DataSource dataSource, String mandate, LocalDate date, long token, boolean stopAsked, boolean isOwner) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.mandate = mandate;
        this.date = date;
        this.token = token;
        this.isOwner = isOwner;
        this.heartbeat = new Heartbeat(jdbc, mandate, date, token, isOwner, BEAT, LEASE);
        if (stopAsked) {
            heartbeat.askStop();
        }
    }

    /**
     * Takes the lock, see {@link LockAcquisition}.
     *
     * @throws LockHeld where the owner lives
     */
    public static RunLock take(
            DataSource dataSource, String mandate, LocalDate date, @Nullable RunLock before, Consumer<String> saying) {
        return new LockAcquisition(dataSource, mandate, date, before)
                .take(saying, () -> false)
                .orElseThrow();
    }

    /**
     * The lock of an owner elsewhere, for a process that works for it: it commits while that owner has the date, hears who asks
     * it to stop, and neither beats for it nor sets the date free.
     */
    public static RunLock of(DataSource dataSource, String mandate, LocalDate date, long token) {
        return new RunLock(dataSource, mandate, date, token, false, false);
    }

    static boolean isStopAsked(JdbcTemplate jdbc, String mandate, LocalDate date, long token) {
        return jdbc.queryForList(
                        "select stop_asked from heartbeat where mandate = ? and business_date = ? and token = ?",
                        Boolean.class,
                        mandate,
                        date,
                        token)
                .contains(true);
    }

    /** The last statement before a commit: still the owner? Holds the row until then, so nobody can take over between. */
    @Override
    public void check() {
        look();
        if (!isStillOwned()) {
            throw taken();
        }
    }

    private boolean isStillOwned() {
        return jdbc.queryForList(
                        "select token from run_lock where mandate = ? and business_date = ? and owner is not null lock in share mode",
                        Long.class,
                        mandate,
                        date)
                .contains(token);
    }

    String mandate() {
        return mandate;
    }

    LocalDate date() {
        return date;
    }

    /** Has another process taken over? */
    public boolean isTaken() {
        return !Objects.requireNonNull(transaction.execute(s -> isStillOwned()));
    }

    @Override
    public long token() {
        return token;
    }

    private LockLost taken() {
        return new LockLost("Another process has taken over the run of " + date + ": this one writes nothing more");
    }

    /** Has this process shown signs of life all the time? Asks nobody. */
    @Override
    public void look() {
        if (heartbeat.isTaken()) {
            throw taken();
        }
        if (heartbeat.isLost()) {
            throw new LockLost("This run could not show a sign of life for too long: it has stopped itself");
        }
    }

    /** Has the database kept this run's sign of life waiting for too long? Then every thread of it waits like that. */
    public boolean isStuck() {
        return heartbeat.isStuck();
    }

    /** Has somebody asked this run to stop at the next chunk? */
    public boolean isStopAsked() {
        return heartbeat.isStopAsked();
    }

    /** As {@link #isStopAsked}, by a look of its own: the last beat may be two seconds old. */
    public boolean wasStopAsked() {
        try {
            return isStopAsked() || isStopAsked(jdbc, mandate, date, token);
        } catch (DataAccessException | TransactionException e) {
            return false; // the database is away; who takes the lock looks again
        }
    }

    /** Asks this run itself to stop, as a signal does. */
    public void askStop() {
        heartbeat.askStop();
    }

    /** Does something while this process owns the lock, in one transaction that nobody can take over. */
    public <T> T owning(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(s -> {
            check();
            return work.get();
        }));
    }

    /** No more signs of life; the next lock of this process stands in its place. */
    public void end() {
        heartbeat.close();
    }

    @Override
    public void close() {
        end();
        if (!isOwner) {
            return;
        }
        try {
            jdbc.update(
                    "update run_lock set owner = null where mandate = ? and business_date = ? and token = ?",
                    mandate,
                    date,
                    token);
        } catch (DataAccessException | TransactionException e) {
            // the lease will run out by itself
        }
    }
}
