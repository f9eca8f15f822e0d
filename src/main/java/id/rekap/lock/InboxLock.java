package id.rekap.lock;

import id.rekap.files.Fence;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The inbox belongs to the home: one run at a time takes files, of whatever mandate and date. Its owner is a run's lock and
 * lives as long as that does, so it has no heartbeat of its own; its token grows with each owner.
 */
public final class InboxLock implements Fence, AutoCloseable {
    /** For the whole queue before this run: more than the largest inbox takes. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final String ROW = "select token, mandate, business_date, run_token from inbox_lock where home = 1";

    private final JdbcTemplate jdbc;
    private final RunLock run;
    private final long token;

    private InboxLock(JdbcTemplate jdbc, RunLock run, long token) {
        this.jdbc = jdbc;
        this.run = run;
        this.token = token;
    }

    private record Row(
            long token, @Nullable String mandate, @Nullable LocalDate date, long runToken) {
        Optional<OwnerSign> owner(JdbcTemplate jdbc) {
            return mandate == null || date == null
                    ? Optional.empty()
                    : OwnerSign.of(jdbc, mandate, date).filter(sign -> sign.token() == runToken);
        }

        String words(JdbcTemplate jdbc) {
            return mandate == null
                    ? "another run"
                    : "the run of " + date + " of " + mandate
                            + owner(jdbc)
                                    .map(sign -> " (" + sign.owner().words() + ")")
                                    .orElse("");
        }
    }

    /**
     * Takes the inbox, and waits while another run takes files: both nights are as they should be.
     *
     * @param run the lock of the run that wants it
     * @param patience how long it waits
     * @param saying is told why it waits
     * @return nothing where the run was asked to stop meanwhile
     * @throws LockHeld where others held it all the time
     */
    public static Optional<InboxLock> take(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            RunLock run,
            Duration patience,
            Consumer<String> saying) {
        prepare(jdbc);
        OwnerSign.LeaseWatch leaseWatch = new OwnerSign.LeaseWatch();
        long since = System.nanoTime();
        boolean told = false;
        while (!run.isStopAsked()) {
            run.look();
            Optional<Long> token = Objects.requireNonNull(transaction.execute(s -> attempt(jdbc, run, leaseWatch)));
            if (token.isPresent()) {
                return Optional.of(new InboxLock(jdbc, run, token.get()));
            }
            if (!told) {
                told = true;
                saying.accept("The inbox belongs to " + row(jdbc, "").words(jdbc)
                        + ": waiting until its files are taken, at most " + patience.toSeconds() + " s");
            } else if (System.nanoTime() - since > patience.toNanos()) {
                throw new LockHeld("The inbox still belongs to " + row(jdbc, "").words(jdbc) + " after "
                        + patience.toSeconds() + " s; ./rekap status shows it");
            }
            pause();
        }
        return Optional.empty();
    }

    private static void prepare(JdbcTemplate jdbc) {
        if (jdbc.queryForList(ROW).isEmpty()) {
            try {
                jdbc.update("insert into inbox_lock (home, token, run_token) values (1, 0, 0)");
            } catch (DuplicateKeyException e) {
                return; // another process prepared it at the same moment
            }
        }
    }

    private static Row row(JdbcTemplate jdbc, String how) {
        return rows(jdbc, how).get(0);
    }

    private static List<Row> rows(JdbcTemplate jdbc, String how) {
        return jdbc.query(
                ROW + how,
                (r, i) -> new Row(
                        r.getLong("token"),
                        r.getString("mandate"),
                        r.getObject("business_date", LocalDate.class),
                        r.getLong("run_token")));
    }

    /** Does not wait for who holds the row at this moment: it may have been stopped there, and this run may be asked to stop. */
    private static Optional<Long> attempt(JdbcTemplate jdbc, RunLock run, OwnerSign.LeaseWatch leaseWatch) {
        List<Row> free = rows(jdbc, " for update skip locked");
        if (free.isEmpty()
                || free.get(0).owner(jdbc).filter(o -> !leaseWatch.isDead(o)).isPresent()) {
            return Optional.empty();
        }
        long token = free.get(0).token() + 1;
        jdbc.update(
                "update inbox_lock set token = ?, mandate = ?, business_date = ?, run_token = ? where home = 1",
                token,
                run.mandate(),
                run.date(),
                run.token());
        return Optional.of(token);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockHeld("Interrupted while waiting for the inbox");
        }
    }

    @Override
    public void look() {
        run.look();
    }

    /** Still the owner of both? Holds the rows until the caller's transaction ends, so nobody can take over before. */
    @Override
    public void check() {
        run.check();
        if (row(jdbc, " lock in share mode").token() != token) {
            throw new LockLost("Another run has taken over the inbox: this one moves no more files");
        }
    }

    @Override
    public long token() {
        return token;
    }

    @Override
    public void close() {
        try {
            jdbc.update(
                    "update inbox_lock set mandate = null, business_date = null, run_token = 0 where home = 1 and token = ?",
                    token);
        } catch (DataAccessException | TransactionException e) {
            // it ends with the lock of its run
        }
    }
}
