package id.rekap.nightly;

import id.rekap.reconcile.LastIntakeBatch;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which batch is a run's. */
public final class RunIntake {
    private final JdbcTemplate jdbc;

    public RunIntake(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Does a run of this date that begins now look at no inbox, and is given no batch of the archive? */
    public boolean takesNothing(LocalDate date) {
        return givenBack(date).isEmpty() && (new RunStore(jdbc).hasLater(date) || hasLaterBatch(date));
    }

    private boolean hasLaterBatch(LocalDate date) {
        return !jdbc.queryForList("select 1 from intake_batch where received_on > ? limit 1", Integer.class, date)
                .isEmpty();
    }

    /** The first batch of this date that the archive gave back and no run has had yet. */
    public Optional<Integer> givenBack(LocalDate date) {
        return jdbc.query("""
                        select min(t.batch) from intake_batch t where t.received_on = ? and t.from_archive and not exists (
                          select 1 from run r where r.business_date = t.received_on and r.batch = t.batch)""", (r, i) -> Optional.ofNullable(r.getObject(1, Integer.class)), date)
                .get(0);
    }

    /**
     * Dates before this one whose batches the archive gave back and no run has had yet. Of dates before the newest run there
     * are none: they came back to be run after it.
     */
    public List<LocalDate> givenBackBefore(LocalDate date) {
        return jdbc.queryForList("""
                select distinct t.received_on from intake_batch t
                where t.received_on < ? and t.received_on >= (select coalesce(max(business_date), date '1000-01-01') from run)
                  and t.from_archive and not exists (
                    select 1 from run r where r.business_date = t.received_on and r.batch = t.batch)
                order by 1""", LocalDate.class, date);
    }

    /** Did the archive give the run's batch back? Then nothing that lies in the inbox now is of it. */
    boolean isGivenBack(Run run) {
        return !jdbc.queryForList(
                        "select 1 from intake_batch where received_on = ? and batch = ? and from_archive",
                        Integer.class,
                        run.date(),
                        LastIntakeBatch.of(run.ref(), jdbc))
                .isEmpty();
    }

    /** Assigns the run its batch: one that the archive gave back, else the next of that date. The caller owns the inbox. */
    int assign(Run run) {
        int batch = givenBack(run.date()).orElseGet(() -> next(run.date()));
        jdbc.update(
                "insert into intake_batch (received_on, batch) values (?, ?) on duplicate key update batch = batch",
                run.date(),
                batch);
        jdbc.update("update run set batch = ? where run_id = ?", batch, run.id());
        return batch;
    }

    private int next(LocalDate date) {
        return 1
                + jdbc.queryForList(
                                "select coalesce(max(batch), 0) from intake_batch where received_on = ?",
                                Integer.class,
                                date)
                        .get(0);
    }

    /** Has its batch been done, by this run or by one that found it unfinished? */
    boolean hasTaken(Run run) {
        return !jdbc.queryForList(
                        "select 1 from intake_batch where received_on = ? and batch = ? and done",
                        Integer.class,
                        run.date(),
                        run.batch())
                .isEmpty();
    }
}
