package id.rekap.lock;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** This process's claim to the lock of a mandate's date. */
public final class LockAcquisition {
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String mandate;
    private final LocalDate date;
    private final long ownToken;

    /**
     * Claims it.
     *
     * @param before this process's own lock of an earlier attempt, which ends: nobody can come between the two, and who asked
     *     that one to stop has asked the next one
     */
    public LockAcquisition(DataSource dataSource, String mandate, LocalDate date, @Nullable RunLock before) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.mandate = mandate;
        this.date = date;
        this.ownToken = before == null ? 0 : before.token();
    }

    /**
     * Takes the lock. Where its owner may be dead on another machine, waits until its heartbeat has been still for the
     * lease.
     *
     * @param saying is told why it waits
     * @param stopAsked has somebody asked this process to stop? Then it waits no longer
     * @return nothing where it was asked to stop before it had the lock
     * @throws LockHeld where the owner lives
     */
    public Optional<RunLock> take(Consumer<String> saying, BooleanSupplier stopAsked) {
        if (ownToken == 0 && stopAsked.getAsBoolean()) {
            return Optional.empty();
        }
        prepare();
        OwnerSign.LeaseWatch leaseWatch = new OwnerSign.LeaseWatch();
        boolean told = false;
        while (true) {
            Attempt attempt = Objects.requireNonNull(transaction.execute(s -> attempt(leaseWatch)));
            if (attempt.taken() != null) {
                return Optional.of(attempt.taken().lock(dataSource, mandate, date));
            }
            OwnerSign sign = Objects.requireNonNull(attempt.sign());
            if (stopAsked.getAsBoolean()) {
                return Optional.empty();
            }
            if (!told) {
                told = true;
                saying.accept("The run of " + date + " belongs to "
                        + sign.owner().words() + "; waiting for a sign of life, at most " + RunLock.LEASE.toSeconds()
                        + " s");
            } else if (leaseWatch.hasMoved()) {
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

    private void prepare() {
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

    private record Taken(long token, boolean stopAsked) {
        RunLock lock(DataSource dataSource, String mandate, LocalDate date) {
            return new RunLock(dataSource, mandate, date, token, stopAsked);
        }
    }

    private record Attempt(@Nullable Taken taken, @Nullable OwnerSign sign) {}

    private Attempt attempt(OwnerSign.LeaseWatch leaseWatch) {
        Long token = jdbc.queryForObject(
                "select token from run_lock where mandate = ? and business_date = ? for update",
                Long.class,
                mandate,
                date);
        Optional<OwnerSign> owner = OwnerSign.of(jdbc, mandate, date);
        if (owner.isPresent() && owner.get().token() == ownToken) {
            boolean stopAsked = RunLock.isStopAsked(jdbc, mandate, date, ownToken);
            return new Attempt(new Taken(own(ownToken + 1), stopAsked), null);
        }
        return owner.isEmpty() || leaseWatch.isDead(owner.get())
                ? new Attempt(new Taken(own(Objects.requireNonNull(token) + 1), false), null)
                : new Attempt(null, owner.get());
    }

    private long own(long token) {
        LockOwner me = LockOwner.thisProcess();
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
}
