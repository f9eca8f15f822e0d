package id.rekap.nightly;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which taking is a run's. */
public final class RunIntake {
    private final JdbcTemplate jdbc;

    public RunIntake(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Does a run of this date that begins now look at no inbox, and is given no taking of the archive? */
    public boolean takesNothing(LocalDate date) {
        return givenBack(date).isEmpty() && (new Runs(jdbc).hasLater(date) || hasLaterTaking(date));
    }

    private boolean hasLaterTaking(LocalDate date) {
        return !jdbc.queryForList("select 1 from taking where received_on > ? limit 1", Integer.class, date)
                .isEmpty();
    }

    /** The first taking of this date that the archive gave back and no run has had yet. */
    public Optional<Integer> givenBack(LocalDate date) {
        return jdbc.query("""
                        select min(t.take) from taking t where t.received_on = ? and t.from_archive and not exists (
                          select 1 from run r where r.business_date = t.received_on and r.take = t.take)""", (r, i) -> Optional.ofNullable(r.getObject(1, Integer.class)), date)
                .get(0);
    }

    /**
     * Dates before this one whose takings the archive gave back and no run has had yet. Of dates before the newest run there
     * are none: they came back to be run after it.
     */
    public List<LocalDate> givenBackBefore(LocalDate date) {
        return jdbc.queryForList("""
                select distinct t.received_on from taking t
                where t.received_on < ? and t.received_on >= (select coalesce(max(business_date), '1000-01-01') from run)
                  and t.from_archive and not exists (
                    select 1 from run r where r.business_date = t.received_on and r.take = t.take)
                order by 1""", LocalDate.class, date);
    }

    /** Did the archive give the run's taking back? Then nothing that lies in the inbox now is of it. */
    boolean isGivenBack(Run run) {
        return !jdbc.queryForList(
                        "select 1 from taking where received_on = ? and take = ? and from_archive",
                        Integer.class,
                        run.date(),
                        last(run))
                .isEmpty();
    }

    /** Assigns the run its taking: one that the archive gave back, else the next of that date. The caller owns the inbox. */
    int assign(Run run) {
        int take = givenBack(run.date()).orElseGet(() -> next(run.date()));
        jdbc.update(
                "insert into taking (received_on, take) values (?, ?) on duplicate key update take = take",
                run.date(),
                take);
        jdbc.update("update run set take = ? where run_id = ?", take, run.id());
        return take;
    }

    private int next(LocalDate date) {
        return 1
                + jdbc.queryForList(
                                "select coalesce(max(take), 0) from taking where received_on = ?", Integer.class, date)
                        .get(0);
    }

    /** Has its taking been done, by this run or by one that found it unfinished? */
    boolean hasTaken(Run run) {
        return !jdbc.queryForList(
                        "select 1 from taking where received_on = ? and take = ? and done",
                        Integer.class,
                        run.date(),
                        run.take())
                .isEmpty();
    }

    /** The taking up to which a run reads what came on its date: its own, or any where it takes nothing. */
    int last(Run run) {
        Integer take = jdbc.queryForList("select take from run where run_id = ?", Integer.class, run.id())
                .get(0);
        return take == null ? Integer.MAX_VALUE : take;
    }
}
