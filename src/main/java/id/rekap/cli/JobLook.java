package id.rekap.cli;

import id.rekap.cli.Launcher.Ended;
import id.rekap.mandate.ConfigurationInvalid;
import id.rekap.schedule.Agenda;
import id.rekap.schedule.Plan;
import id.rekap.schedule.ScheduledDate;
import id.rekap.schedule.ScheduledDate.State;
import id.rekap.schedule.ScheduledJob;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** One look at a job: what became due is noted, the oldest of it is run, and what came of it is told. */
final class JobLook {
    /** Of a person, as far as anything so long can be. */
    private static final Pattern NUMBER = Pattern.compile("\\d{10,}");

    private final Path home;
    private final Agenda agenda;
    private final Work work;
    private final Clock clock;
    private final Duration every;
    private final BooleanSupplier isStopping;
    private final BiPredicate<Plan, List<ScheduledDate>> telling;
    private final Map<ScheduledJob, Plan> plans = new EnumMap<>(ScheduledJob.class);
    private final Set<ScheduledJob> wrong = EnumSet.noneOf(ScheduledJob.class);

    /** @param telling is given dates of one state; where it fails, it is given them again */
    JobLook(
            Path home,
            Agenda agenda,
            Work work,
            Clock clock,
            Duration every,
            BooleanSupplier isStopping,
            BiPredicate<Plan, List<ScheduledDate>> telling) {
        this.home = home;
        this.agenda = agenda;
        this.work = work;
        this.clock = clock;
        this.every = every;
        this.isStopping = isStopping;
        this.telling = telling;
    }

    /** Returns after how long to look again. */
    Duration at(ScheduledJob job) {
        Plan plan = plan(job);
        Instant now = clock.instant();
        List<ScheduledDate> due = agenda.note(plan, now, HomeCommand.who(), date -> work.isDone(job, date));
        Optional<ScheduledDate> first =
                due.stream().filter(date -> !date.nextAt().isAfter(now)).findFirst();
        if (first.isPresent() && !isStopping.getAsBoolean() && !isBehindAnImport(first.get())) {
            attempt(plan, first.get());
        }
        tell(plan);
        Duration pause = Duration.between(clock.instant(), plan.nextDue(now));
        return due.size() > 1 || pause.isNegative() ? Duration.ZERO : pause.compareTo(every) < 0 ? pause : every;
    }

    /** Where its file is wrong by now, as it was, and that is said once; the start refuses one that is wrong. */
    synchronized Plan plan(ScheduledJob job) {
        try {
            Plan plan = job.plan(home);
            plans.put(job, plan);
            wrong.remove(job);
            return plan;
        } catch (ConfigurationInvalid e) {
            Plan before = plans.get(job);
            if (before == null) {
                throw e;
            }
            if (wrong.add(job)) {
                Terminal.err(e.getMessage() + ". The schedule goes on as it was");
            }
            return before;
        }
    }

    private boolean isBehindAnImport(ScheduledDate date) {
        return date.job() == ScheduledJob.NIGHTLY && agenda.isWaiting(ScheduledJob.REGISTER_IMPORT, date.dueAt());
    }

    private void attempt(Plan plan, ScheduledDate date) {
        Terminal.err(plan.job().id() + " " + date.date() + " begins");
        Ended ended = work.of(date.job(), date.date());
        Instant now = clock.instant();
        switch (ended.exit()) {
            case Exit.DONE, Exit.NOTHING_TO_DO -> agenda.done(plan, date, now);
            case Exit.LOCK_HELD -> Terminal.err(plan.job().id() + " " + date.date() + " is at work elsewhere");
            case Exit.STOPPED -> {
                if (!isStopping.getAsBoolean()) {
                    agenda.stopped(date, now);
                }
            }
            default -> {
                if (!isStopping.getAsBoolean()) {
                    failed(plan, date, ended, now);
                }
            }
        }
    }

    /** Refused files are refused again, as long as nobody corrects them. */
    private void failed(Plan plan, ScheduledDate date, Ended ended, Instant now) {
        Terminal.err(plan.job().id() + " " + date.date() + " ended with " + ended.exit());
        // what an import says may name people, and this goes to other machines
        String said = plan.job() == ScheduledJob.REGISTER_IMPORT && ended.exit() == Exit.FINDINGS
                ? "the files were refused, and lie where they did"
                : NUMBER.matcher(ended.last()).replaceAll("…");
        agenda.failed(plan, date, now, "exit " + ended.exit() + ", " + said, ended.exit() == Exit.FINDINGS);
    }

    private void tell(Plan plan) {
        List<ScheduledDate> missed = new ArrayList<>();
        for (ScheduledDate date : agenda.untold(plan.job())) {
            if (date.state() == State.MISSED) {
                missed.add(date);
            } else if (telling.test(plan, List.of(date))) {
                agenda.told(date);
            }
        }
        if (!missed.isEmpty() && telling.test(plan, missed)) {
            missed.forEach(agenda::told);
        }
    }
}
