package id.rekap.nightly;

import id.rekap.files.Fence;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
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
    static final Duration LEASE = Duration.ofSeconds(50);

    private static final Duration BEAT = Duration.ofSeconds(2);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String mandate;
    private final LocalDate date;
    private final long token;
    private final Heart heart;

    private RunLock(DataSource dataSource, String mandate, LocalDate date, Taken taken) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.mandate = mandate;
        this.date = date;
        this.token = taken.token();
        this.heart = new Heart(jdbc, mandate, date, token, BEAT, LEASE);
        if (taken.stopAsked()) {
            heart.askStop();
        }
    }

    /**
     * Takes the lock. Where its owner may be dead on another machine, waits until its heartbeat has been still for the
     * lease.
     *
     * @param before this process's own lock of an earlier attempt, which ends: nobody can come between the two, and who asked
     *     that one to stop has asked this one
     * @param saying is told why it waits
     * @throws LockHeld where the owner lives
     */
    static RunLock take(
            DataSource dataSource, String mandate, LocalDate date, @Nullable RunLock before, Consumer<String> saying) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        prepare(jdbc, mandate, date);
        long ownToken = before == null ? 0 : before.token;
        Sign.Vigil vigil = new Sign.Vigil();
        boolean told = false;
        while (true) {
            Attempt attempt =
                    Objects.requireNonNull(transaction.execute(s -> attempt(jdbc, mandate, date, ownToken, vigil)));
            if (attempt.taken() != null) {
                return new RunLock(dataSource, mandate, date, attempt.taken());
            }
            Sign sign = Objects.requireNonNull(attempt.sign());
            if (!told) {
                told = true;
                saying.accept("The run of " + date + " belongs to "
                        + sign.owner().words() + "; waiting for a sign of life, at most " + LEASE.toSeconds() + " s");
            } else if (vigil.hasMoved()) {
                throw new LockHeld("Another run holds the lock of " + date + ": "
                        + sign.owner().words() + ", since " + sign.since()
                        + " UTC, and it lives. Wait for it; ./rekap status shows it");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockHeld("Interrupted while waiting for the lock");
        }
    }

    private static void prepare(JdbcTemplate jdbc, String mandate, LocalDate date) {
        Integer rows = jdbc.queryForObject(
                "select count(*) from run_lock where mandate = ? and business_date = ?", Integer.class, mandate, date);
        if (rows != null && rows == 0) {
            try {
                jdbc.update("insert into run_lock (mandate, business_date, token) values (?, ?, 0)", mandate, date);
            } catch (DuplicateKeyException e) {
                return; // another process prepared it at the same moment
            }
        }
    }

    private record Taken(long token, boolean stopAsked) {}

    private record Attempt(@Nullable Taken taken, @Nullable Sign sign) {}

    private static Attempt attempt(JdbcTemplate jdbc, String mandate, LocalDate date, long ownToken, Sign.Vigil vigil) {
        Long token = jdbc.queryForObject(
                "select token from run_lock where mandate = ? and business_date = ? for update",
                Long.class,
                mandate,
                date);
        Optional<Sign> owner = Sign.of(jdbc, mandate, date);
        if (owner.isPresent() && owner.get().token() == ownToken) {
            boolean stopAsked = isStopAsked(jdbc, mandate, date, ownToken);
            return new Attempt(new Taken(own(jdbc, mandate, date, ownToken + 1), stopAsked), null);
        }
        return owner.isEmpty() || vigil.isDead(owner.get())
                ? new Attempt(new Taken(own(jdbc, mandate, date, Objects.requireNonNull(token) + 1), false), null)
                : new Attempt(null, owner.get());
    }

    private static boolean isStopAsked(JdbcTemplate jdbc, String mandate, LocalDate date, long token) {
        return jdbc.queryForList(
                        "select stop_asked from heartbeat where mandate = ? and business_date = ? and token = ?",
                        Boolean.class,
                        mandate,
                        date,
                        token)
                .contains(true);
    }

    private static long own(JdbcTemplate jdbc, String mandate, LocalDate date, long token) {
        Owner me = Owner.thisProcess();
        jdbc.update("""
                update run_lock set token = ?, owner = ?, host = ?, pid = ?, process_start = ?, since = utc_timestamp(3)
                where mandate = ? and business_date = ?""", token, me.words(), me.host(), me.pid(), me.processStart(), mandate, date);
        jdbc.update(
                "replace into heartbeat (mandate, business_date, token, beat_at) values (?, ?, ?, utc_timestamp(3))",
                mandate,
                date,
                token);
        return token;
    }

    /** The last statement before a commit: still the owner? Holds the row until then, so nobody can take over between. */
    @Override
    public void check() {
        look();
        if (!isOwner()) {
            throw taken();
        }
    }

    private boolean isOwner() {
        Long now = jdbc.queryForObject(
                "select token from run_lock where mandate = ? and business_date = ? lock in share mode",
                Long.class,
                mandate,
                date);
        return now != null && now == token;
    }

    String mandate() {
        return mandate;
    }

    LocalDate date() {
        return date;
    }

    /** Has another process taken over? */
    boolean isTaken() {
        return !Objects.requireNonNull(transaction.execute(s -> isOwner()));
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
        if (heart.isTaken()) {
            throw taken();
        }
        if (heart.isLost()) {
            throw new LockLost("This run could not show a sign of life for too long: it has stopped itself");
        }
    }

    /** Has the database kept this run's sign of life waiting for too long? Then every thread of it waits like that. */
    public boolean isStuck() {
        return heart.isStuck();
    }

    /** Has somebody asked this run to stop at the next chunk? */
    public boolean isStopAsked() {
        return heart.isStopAsked();
    }

    /** As {@link #isStopAsked}, by a look of its own: the last beat may be two seconds old. */
    boolean wasStopAsked() {
        try {
            return isStopAsked() || isStopAsked(jdbc, mandate, date, token);
        } catch (DataAccessException | TransactionException e) {
            return false; // the database is away; who takes the lock looks again
        }
    }

    /** Asks this run itself to stop, as a signal does. */
    public void askStop() {
        heart.askStop();
    }

    /** Does something while this process owns the lock, in one transaction that nobody can take over. */
    public <T> T owning(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(s -> {
            check();
            return work.get();
        }));
    }

    /** No more signs of life; the next lock of this process stands in its place. */
    void end() {
        heart.close();
    }

    @Override
    public void close() {
        end();
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
