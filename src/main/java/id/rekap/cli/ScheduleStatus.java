package id.rekap.cli;

import id.rekap.mandate.ConfigurationInvalid;
import id.rekap.nightly.Run;
import id.rekap.nightly.RunStore;
import id.rekap.schedule.Agenda;
import id.rekap.schedule.Agenda.Looked;
import id.rekap.schedule.Plan;
import id.rekap.schedule.ScheduledDate;
import id.rekap.schedule.ScheduledJob;
import id.rekap.value.BusinessDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the schedule will do, what it missed, and how old the newest night is.
 *
 * @param jobs those that a schedule has looked at
 * @param open dates of the last two months that are not done
 * @param newest date that is published and has come, of the default mandate
 * @param ageSeconds since the newest date was due
 */
record ScheduleStatus(
        List<Next> jobs,
        List<Open> open,
        @Nullable String newest,
        @Nullable Long ageSeconds) {
    /** A schedule looks once a minute, unless it has something to do. */
    private static final Duration SILENT = Duration.ofMinutes(5);

    /**
     * A job.
     *
     * @param next null where it is switched off
     * @param isUp its last look is not long ago
     */
    record Next(String job, @Nullable String next, String lookedAt, String lookedBy, boolean isUp) {}

    /** A date that is not done. */
    record Open(String job, String date, String state, int failures, String said, String next) {}

    /** Where a job's file is wrong, nothing can be told of its times. */
    static ScheduleStatus of(Settings settings, JdbcTemplate jdbc, Instant now) {
        try {
            return ofJobs(settings, jdbc, now);
        } catch (ConfigurationInvalid e) {
            return new ScheduleStatus(List.of(), List.of(), null, null);
        }
    }

    private static ScheduleStatus ofJobs(Settings settings, JdbcTemplate jdbc, Instant now) {
        Agenda agenda = new Agenda(jdbc);
        List<Next> jobs = new ArrayList<>();
        List<Open> open = new ArrayList<>();
        for (ScheduledJob job : ScheduledJob.values()) {
            Optional<Looked> looked = agenda.looked(job);
            if (looked.isPresent()) {
                Plan plan = job.plan(settings.home());
                jobs.add(next(plan, looked.get(), now));
                agenda.open(job, plan.lastDue(looked.get().at())).forEach(date -> open.add(open(date)));
            }
        }
        // a night of a day that has not come, mostly a slip, would keep a monitor content until that day
        Optional<LocalDate> newest = new RunStore(jdbc)
                .lastPublished(settings.mandate(), LocalDate.ofInstant(now, BusinessDay.ZONE))
                .map(Run::date);
        Plan nightly = ScheduledJob.NIGHTLY.plan(settings.home());
        return new ScheduleStatus(
                jobs,
                open,
                newest.map(LocalDate::toString).orElse(null),
                newest.map(date -> Math.max(
                                0, Duration.between(nightly.due(date), now).toSeconds()))
                        .orElse(null));
    }

    private static Next next(Plan plan, Looked looked, Instant now) {
        return new Next(
                plan.job().id(),
                plan.enabled() ? plan.shown(plan.nextDue(now)) : null,
                looked.at().toString(),
                looked.by(),
                Duration.between(looked.at(), now).compareTo(SILENT) < 0);
    }

    private static Open open(ScheduledDate date) {
        String next = switch (date.state()) {
            case DUE -> "wait: the schedule runs it, or tries it again";
            case STOPPED -> "./rekap restart --date " + date.date();
            case MISSED, FAILED, DONE -> ScheduleWords.command(date);
        };
        return new Open(
                date.job().id(), date.date().toString(), date.state().name(), date.failures(), date.said(), next);
    }

    /** Has any schedule ever looked for nights to run? */
    boolean isKept() {
        return jobs.stream().anyMatch(job -> job.job().equals(ScheduledJob.NIGHTLY.id()));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Next job : jobs) {
            lines.add("schedule  " + job.job()
                    + (job.next() == null ? " is switched off" : " runs next at " + job.next())
                    + (job.isUp()
                            ? ""
                            : "; but no schedule is up, the last look was at " + job.lookedAt() + " by "
                                    + job.lookedBy() + ": ./rekap schedule"));
        }
        for (Open one : open) {
            lines.add(one.state().toLowerCase(Locale.ROOT) + "  " + one.job() + " " + one.date()
                    + (one.failures() == 0 ? "" : "  failed attempts " + one.failures())
                    + (one.said().isEmpty() ? "" : "  " + one.said()));
            lines.add("  next: " + one.next());
        }
        if (newest != null && ageSeconds != null) {
            lines.add("newest published date  " + newest
                    + (ageSeconds == 0 ? ", not due yet" : ", due " + ageSeconds / 3600 + " h ago"));
        }
        return lines;
    }

    /** For a monitor. */
    int exit(@Nullable Duration oldest) {
        if (oldest == null || (ageSeconds != null && ageSeconds <= oldest.toSeconds())) {
            return Exit.DONE;
        }
        Terminal.err(
                newest == null
                        ? "No night is published: ./rekap run publishes one"
                        : "The newest published date is " + newest + ", due "
                                + (ageSeconds == null ? 0 : ageSeconds / 3600) + " h ago, and " + oldest.toHours()
                                + " h are allowed: look why no night came since");
        return Exit.FINDINGS;
    }
}
