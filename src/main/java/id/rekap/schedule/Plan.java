package id.rekap.schedule;

import id.rekap.mandate.Keys;
import id.rekap.value.BusinessDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a job runs.
 *
 * @param window how many days back a missed date is caught up
 * @param every how long after a failure it is tried again
 * @param until the hour until which it is, after which somebody is called
 */
public record Plan(
        ScheduledJob job,
        boolean enabled,
        Timetable timetable,
        CatchUp catchUp,
        int window,
        Duration every,
        LocalTime until) {
    private static final Pattern HOUR = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern PAUSE = Pattern.compile("(\\d{1,4}) ?([smh])");

    static Plan of(ScheduledJob job, Keys file) {
        LocalTime time = hour(file, "time", "21:00");
        String zone = file.text("zone", "Asia/Jakarta");
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw file.wrong("zone", "the name of a zone, such as Asia/Jakarta");
        }
        Timetable timetable = new Timetable(time, ZoneId.of(zone));
        if (timetable.isBeforeItsDay()) {
            throw file.wrong("time", "an hour of " + zone + " at which the date has begun in " + BusinessDay.ZONE);
        }
        Keys retry = file.has("retry") ? file.keys("retry").only("every", "until") : Keys.of("retry", "{}");
        return new Plan(
                job,
                file.yes("enabled", true),
                timetable,
                file.has("catch-up") ? file.oneOf("catch-up", CatchUp.class) : CatchUp.LATEST,
                file.number("window", 1, 366, 7),
                pause(retry),
                hour(retry, "until", time.plusHours(1).toString()));
    }

    private static LocalTime hour(Keys keys, String key, String otherwise) {
        String written = keys.text(key, otherwise);
        if (!HOUR.matcher(written).matches()) {
            throw keys.wrong(key, "an hour and a minute from \"00:00\" to \"23:59\"");
        }
        return LocalTime.parse(written);
    }

    private static Duration pause(Keys retry) {
        Matcher written = PAUSE.matcher(retry.text("every", "10m"));
        if (written.matches()) {
            long number = Long.parseLong(written.group(1));
            Duration pause = switch (written.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
            if (!pause.isZero()) {
                return pause;
            }
        }
        throw retry.wrong("every", "a duration such as 30s, 10m, 1h");
    }

    public Instant due(LocalDate date) {
        return timetable.due(date);
    }

    /** When it is due next; what has become due is another matter. */
    public Instant nextDue(Instant now) {
        return timetable.nextDue(now);
    }

    public LocalDate lastDue(Instant now) {
        return timetable.lastDue(now);
    }

    /** For how long a date is tried, in its own time or when it is caught up. */
    Duration patience(LocalDate date) {
        return Duration.between(timetable.due(date), timetable.until(date, until));
    }

    /** Did all the time in which a date is tried go by between two instants? */
    public boolean isAllWithin(LocalDate date, Instant after, Instant upTo) {
        return after.isBefore(due(date)) && !timetable.until(date, until).isAfter(upTo);
    }

    /** An instant as the job's clocks show it. */
    public String shown(Instant instant) {
        return instant.atZone(timetable.zone())
                        .toLocalDateTime()
                        .withNano(0)
                        .toString()
                        .replace('T', ' ') + " " + timetable.zone().getId();
    }
}
