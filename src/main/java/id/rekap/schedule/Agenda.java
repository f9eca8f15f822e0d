package id.rekap.schedule;

import id.rekap.schedule.ScheduledDate.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which dates of a job became due, and what became of them. */
public final class Agenda {
    /** Days; what was done by hand is looked for among the missed and failed dates of these. */
    private static final int LOOKED_BACK = 62;

    /** What is said of a date that came in time after others had not. */
    public static final String FIRST_AFTER_FAULT = "the first one in time after a fault";

    static final String SWITCHED_OFF = "the schedule was switched off";

    private static final String LOOKED = """
            insert into scheduled_job (job, time, zone, enabled, looked_at, looked_by) values (?, ?, ?, ?, ?, ?)
            on duplicate key update time = values(time), zone = values(zone), enabled = values(enabled),
              looked_at = greatest(looked_at, values(looked_at)), looked_by = values(looked_by)""";

    private final JdbcTemplate jdbc;
    private final ScheduledDates dates;

    public Agenda(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.dates = new ScheduledDates(jdbc);
    }

    /**
     * How far a schedule has looked, and by which times.
     *
     * @param by user and host of the last look
     */
    public record Looked(Timetable timetable, boolean enabled, Instant at, String by) {}

    /**
     * Notes what has become due, what is done by whomever, and what is let pass or given up.
     *
     * @param who looks
     * @param isDone says whether a date is done, however it came about
     * @return what is to be run, the oldest first
     */
    public List<ScheduledDate> note(Plan plan, Instant now, String who, Predicate<LocalDate> isDone) {
        Optional<Looked> before = looked(plan.job());
        if (plan.enabled()) {
            before.filter(Looked::enabled).ifPresent(looked -> due(plan, looked, now));
        } else {
            dates.due(plan.job()).forEach(date -> dates.end(date, State.MISSED, now, SWITCHED_OFF, true));
        }
        looked(plan, now, who);
        dates.open(plan.job(), plan.lastDue(now).minusDays(LOOKED_BACK)).stream()
                .filter(date -> isDone.test(date.date()))
                .forEach(date -> done(plan, date, now));
        dates.due(plan.job()).forEach(date -> decide(plan, date, now));
        return dates.due(plan.job());
    }

    private void looked(Plan plan, Instant now, String who) {
        jdbc.update(
                LOOKED,
                plan.job().id(),
                plan.timetable().time().toString(),
                plan.timetable().zone().getId(),
                plan.enabled(),
                ScheduledDates.utc(now),
                who);
    }

    /** The last look, by whichever host. */
    public Optional<Looked> looked(ScheduledJob job) {
        return jdbc
                .query(
                        "select time, zone, enabled, looked_at, looked_by from scheduled_job where job = ?",
                        (r, i) -> new Looked(
                                new Timetable(LocalTime.parse(r.getString(1)), ZoneId.of(r.getString(2))),
                                r.getBoolean(3),
                                ScheduledDates.instant(r.getObject(4, LocalDateTime.class)),
                                r.getString(5)),
                        job.id())
                .stream()
                .findFirst();
    }

    /** By the times that held until now: new ones hold from now on, and a date that they have taken away is missed. */
    private void due(Plan plan, Looked looked, Instant now) {
        Timetable held = looked.timetable();
        for (LocalDate date : held.dueIn(looked.at(), now)) {
            dates.add(plan.job(), date, held.due(date), held.until(date, plan.until()), State.DUE);
        }
        LocalDate last = plan.lastDue(now);
        if (!plan.timetable().equals(held) && last.isAfter(held.lastDue(now))) {
            dates.add(plan.job(), last, plan.due(last), plan.due(last), State.MISSED);
        }
    }

    /** What is past its time: caught up, let pass, or given up. */
    private void decide(Plan plan, ScheduledDate date, Instant now) {
        if (date.giveUpAt().isAfter(now)) {
            return;
        }
        if (date.failures() > 0) {
            dates.end(date, State.FAILED, now, date.said(), false);
        } else if (isCaughtUp(plan, date, now)) {
            dates.giveUpAt(date, now.plus(plan.patience(date.date())));
        } else {
            dates.end(date, State.MISSED, now, "", !date.job().isAwaited());
        }
    }

    private boolean isCaughtUp(Plan plan, ScheduledDate date, Instant now) {
        if (date.date().isBefore(plan.lastDue(now).minusDays(plan.window()))) {
            return false;
        }
        return switch (plan.catchUp()) {
            case NONE -> false;
            case LATEST -> !dates.hasLater(date);
            case ALL -> true;
        };
    }

    /** A date is done; that it failed before, came late, or is the first one after a fault, is told. */
    public void done(Plan plan, ScheduledDate date, Instant now) {
        boolean isOnTime = !now.isAfter(date.dueAt().plus(plan.every()));
        boolean isFirst = isOnTime && date.failures() == 0 && dates.isAfterFault(date);
        boolean isPlain = date.failures() == 0
                && (!date.job().isAwaited() || date.state() != State.DUE || (isOnTime && !isFirst));
        dates.end(date, State.DONE, now, isFirst ? FIRST_AFTER_FAULT : date.said(), isPlain);
    }

    /**
     * An attempt failed; it is tried again while there is time.
     *
     * @param isFinal another attempt would end the same
     */
    public void failed(Plan plan, ScheduledDate date, Instant now, String said, boolean isFinal) {
        Instant next = now.plus(plan.every());
        dates.failed(date, now, next, said, isFinal || next.isAfter(date.giveUpAt()));
    }

    /** Somebody stopped it, who knows. */
    public void stopped(ScheduledDate date, Instant now) {
        dates.end(date, State.STOPPED, now, "stopped", true);
    }

    /** Is a date of a job still to be run that was due before an instant? */
    public boolean isWaiting(ScheduledJob job, Instant dueBefore) {
        return dates.due(job).stream().anyMatch(date -> date.dueAt().isBefore(dueBefore));
    }

    /** What is not done of the last two months, the oldest first. */
    public List<ScheduledDate> open(ScheduledJob job, LocalDate today) {
        return dates.open(job, today.minusDays(LOOKED_BACK));
    }

    /** What its operator has not been told yet, the oldest first. */
    public List<ScheduledDate> untold(ScheduledJob job) {
        return dates.untold(job);
    }

    public void told(ScheduledDate date) {
        dates.told(date);
    }
}
