package id.rekap.schedule;

import id.rekap.schedule.ScheduledDate.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The dates of jobs as rows; whoever changes a state says from which. */
final class ScheduledDates {
    private static final int LONGEST_SAID = 1000;

    private static final String INSERT = """
            insert into scheduled_date (job, business_date, due_at, give_up_at, state, failures, next_at, said, told)
            values (?, ?, ?, ?, ?, 0, ?, '', ?) on duplicate key update job = job""";
    private static final String FAILED = """
            update scheduled_date set failures = failures + 1, next_at = ?, said = ?, state = ?, ended_at = ?, told = ?
            where job = ? and business_date = ? and state = 'DUE'""";
    private static final String END = """
            update scheduled_date set state = ?, ended_at = ?, said = ?, told = ?
            where job = ? and business_date = ? and state = ?""";
    private static final RowMapper<ScheduledDate> DATE = (r, i) -> new ScheduledDate(
            ScheduledJob.of(r.getString("job")),
            r.getObject("business_date", LocalDate.class),
            instant(r.getObject("due_at", LocalDateTime.class)),
            instant(r.getObject("give_up_at", LocalDateTime.class)),
            State.valueOf(r.getString("state")),
            r.getInt("failures"),
            instant(r.getObject("next_at", LocalDateTime.class)),
            r.getString("said"));

    private final JdbcTemplate jdbc;

    ScheduledDates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing where the date is there already. */
    void add(ScheduledJob job, LocalDate date, Instant due, Instant giveUpAt, State state) {
        jdbc.update(
                INSERT,
                job.id(),
                date,
                utc(due),
                utc(giveUpAt),
                state.name(),
                utc(due),
                state == State.DUE || !job.isAwaited());
    }

    void giveUpAt(ScheduledDate date, Instant at) {
        jdbc.update(
                "update scheduled_date set give_up_at = ? where job = ? and business_date = ? and state = 'DUE'",
                utc(at),
                date.job().id(),
                date.date());
    }

    /** @param isOver it is not tried again */
    void failed(ScheduledDate date, Instant now, Instant next, String said, boolean isOver) {
        jdbc.update(
                FAILED,
                utc(next),
                bounded(said),
                (isOver ? State.FAILED : State.DUE).name(),
                utc(now),
                !isOver,
                date.job().id(),
                date.date());
    }

    /** @param told there is nothing that its operator need be told */
    void end(ScheduledDate date, State state, Instant now, String said, boolean told) {
        jdbc.update(
                END,
                state.name(),
                utc(now),
                bounded(said),
                told,
                date.job().id(),
                date.date(),
                date.state().name());
    }

    List<ScheduledDate> due(ScheduledJob job) {
        return jdbc.query(
                "select * from scheduled_date where state = 'DUE' and job = ? order by business_date", DATE, job.id());
    }

    /** Every one from a date on that is not done. */
    List<ScheduledDate> open(ScheduledJob job, LocalDate from) {
        return jdbc.query("""
                select * from scheduled_date where job = ? and business_date >= ? and state <> 'DONE'
                order by business_date""", DATE, job.id(), from);
    }

    boolean hasLater(ScheduledDate date) {
        return !jdbc.queryForList(
                        "select 1 from scheduled_date where job = ? and business_date > ? limit 1",
                        Integer.class,
                        date.job().id(),
                        date.date())
                .isEmpty();
    }

    /** Did the date before it fail, or was it missed? */
    boolean isAfterFault(ScheduledDate date) {
        return jdbc.query(
                        """
                        select state, said from scheduled_date where job = ? and business_date < ?
                        order by business_date desc limit 1""",
                        (r, i) -> r.getString(1).equals(State.FAILED.name())
                                || (r.getString(1).equals(State.MISSED.name())
                                        && !r.getString(2).equals(Agenda.SWITCHED_OFF)),
                        date.job().id(),
                        date.date())
                .contains(true);
    }

    List<ScheduledDate> untold(ScheduledJob job) {
        return jdbc.query(
                "select * from scheduled_date where not told and job = ? order by business_date", DATE, job.id());
    }

    void told(ScheduledDate date) {
        jdbc.update(
                "update scheduled_date set told = true where job = ? and business_date = ? and state = ?",
                date.job().id(),
                date.date(),
                date.state().name());
    }

    private static String bounded(String said) {
        return said.length() > LONGEST_SAID ? said.substring(0, LONGEST_SAID) : said;
    }

    static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
