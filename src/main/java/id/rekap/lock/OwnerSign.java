package id.rekap.lock;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The owner of a mandate's date, or of a part of its run, as another process sees it, and its last sign of life.
 *
 * @param stillSeconds since its last beat, by the database's clock
 */
public record OwnerSign(LockOwner owner, long token, String since, String beat, long stillSeconds) {
    static Optional<OwnerSign> of(JdbcTemplate jdbc, String mandate, LocalDate date) {
        return jdbc
                .query(
                        """
                        select l.owner, l.host, l.pid, l.process_start, l.token, l.since, h.beat_at,
                          timestampdiff(second, h.beat_at, utc_timestamp(3)) as still
                        from run_lock l left join heartbeat h
                          on h.mandate = l.mandate and h.business_date = l.business_date and h.token = l.token
                        where l.mandate = ? and l.business_date = ? and l.owner is not null""",
                        (r, i) -> new OwnerSign(
                                new LockOwner(r.getString("host"), r.getLong("pid"), r.getLong("process_start")),
                                r.getLong("token"),
                                String.valueOf(r.getString("since")),
                                String.valueOf(r.getString("beat_at")),
                                r.getString("beat_at") == null ? RunLock.LEASE.toSeconds() : r.getLong("still")),
                        mandate,
                        date)
                .stream()
                .findFirst();
    }

    private boolean isSameBeatAs(OwnerSign other) {
        return token == other.token && beat.equals(other.beat);
    }

    /** Who waits for an owner that may be dead. */
    public static final class LeaseWatch {
        private Optional<OwnerSign> last = Optional.empty();
        private long since;
        private boolean moved;

        /**
         * Is it known to be dead, or has its heartbeat been still for the lease? Also by this machine's own count: if the
         * database's clock was set back, the last beat lies in the future.
         */
        public boolean isDead(OwnerSign sign) {
            if (last.filter(sign::isSameBeatAs).isEmpty()) {
                moved = last.isPresent();
                since = System.nanoTime();
                last = Optional.of(sign);
            }
            return sign.owner().isKnownDead()
                    || sign.stillSeconds() >= RunLock.LEASE.toSeconds()
                    || System.nanoTime() - since >= RunLock.LEASE.toNanos();
        }

        /** Has it shown another sign of life meanwhile? */
        boolean hasMoved() {
            return moved;
        }
    }
}
