package id.rekap.cli;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import id.rekap.database.Database;
import id.rekap.schedule.Agenda;
import id.rekap.schedule.Plan;
import id.rekap.schedule.ScheduledDate;
import id.rekap.schedule.ScheduledJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Looks at the jobs until it is asked to stop. db-scheduler gives each job to one host at a time; the rows of the agenda and of
 * the runs say what is to be done, and the run's lock is the guard where two hosts think that it is theirs.
 */
final class Daemon {
    private static final Duration STOPPING = Duration.ofSeconds(2);

    private final Settings settings;
    private final Database database;
    private final JdbcTemplate jdbc;
    private final DatabaseClock databaseClock;
    private final Clock clock;
    private final Launcher launcher;
    private final BooleanSupplier isStopping;
    private final Predicate<String> calling;
    private final ScheduleWords words;
    private final JobLook looks;
    private final @Nullable AgencyMail agencyMail;
    private final Scheduler scheduler;
    private @Nullable Instant awaySince;
    private @Nullable LocalDate called;

    /**
     * How often it does what.
     *
     * @param poll asks whether a look is due
     * @param heartbeat a host that shows no sign of life for four of these has left its job to the others
     * @param look at a job, where nothing is due sooner; a file that was changed holds from the next look on
     */
    record Pace(Duration poll, Duration heartbeat, Duration look) {
        static final Pace USUAL = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(1));
    }

    /**
     * A schedule of this host.
     *
     * @param clock null: the database's; another one says when jobs are due
     * @param calling is given each message for the operator, and says whether it was delivered
     */
    Daemon(
            Settings settings,
            Database database,
            Launcher launcher,
            @Nullable Clock clock,
            Pace pace,
            BooleanSupplier isStopping,
            Predicate<String> calling) {
        this.settings = settings;
        this.database = database;
        this.jdbc = new JdbcTemplate(database.dataSource());
        this.databaseClock = new DatabaseClock(jdbc, HomeCommand.clock());
        this.clock = clock == null ? databaseClock : clock;
        this.launcher = launcher;
        this.isStopping = isStopping;
        this.calling = calling;
        this.words = new ScheduleWords(Locale.forLanguageTag(settings.run().language()));
        this.looks = new JobLook(
                settings.home(),
                new Agenda(jdbc),
                new Work(settings, jdbc, launcher),
                this.clock,
                pace.look(),
                isStopping,
                this::tell);
        this.agencyMail =
                settings.mail().toAgencies() ? new AgencyMail(settings, jdbc, this.clock, isStopping, calling) : null;
        this.scheduler = scheduler(database.dataSource(), pace);
    }

    private Scheduler scheduler(DataSource dataSource, Pace pace) {
        CustomTask<Void> look = Tasks.custom("look", Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(pace.poll()))
                .execute((instance, context) -> look(ScheduledJob.valueOf(instance.getId())));
        Scheduler made = Scheduler.create(dataSource, look)
                .schedulerName(new SchedulerName.Fixed(name()))
                .clock(databaseClock)
                .alwaysPersistTimestampInUTC()
                .threads(1)
                .executorService(worker())
                .pollingInterval(pace.poll())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(2))
                .build();
        for (ScheduledJob job : ScheduledJob.values()) {
            made.scheduleIfNotExists(look.instance(job.name()), databaseClock.instant());
        }
        return made;
    }

    /** One thing at a time. What cannot be picked while the database is away is picked later: that is no page of frames. */
    private static ExecutorService worker() {
        return Executors.newFixedThreadPool(1, work -> {
            Thread thread = new Thread(work, "look");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler(
                    (t, e) -> LoggerFactory.getLogger(Daemon.class).warn("A look was cut off: {}", e.toString()));
            return thread;
        });
    }

    private static String name() {
        String who = HomeCommand.who() + " " + ProcessHandle.current().pid();
        return who.substring(Math.max(0, who.length() - 50));
    }

    private CompletionHandler<Void> look(ScheduledJob job) {
        Duration pause = isStopping.getAsBoolean() ? Duration.ZERO : looks.at(job);
        if (job == ScheduledJob.NIGHTLY && agencyMail != null) {
            agencyMail.send();
        }
        return (complete, operations) ->
                operations.reschedule(complete, databaseClock.instant().plus(pause));
    }

    private boolean tell(Plan plan, List<ScheduledDate> dates) {
        Watched.measure(settings, jdbc);
        return calling.test(words.of(plan, dates));
    }

    /** Until somebody asks to stop; what runs is stopped then and can be restarted. */
    int run() {
        scheduler.start();
        for (ScheduledJob job : ScheduledJob.values()) {
            Plan plan = looks.plan(job);
            Terminal.err(job.id()
                    + (plan.enabled()
                            ? " runs next at " + plan.shown(plan.nextDue(clock.instant()))
                            : " is switched off"));
        }
        Thread watch = started(this::watchOn);
        try {
            while (!isStopping.getAsBoolean()) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
            boolean stoppedOne = launcher.stop();
            watch.interrupt();
            // it waits for statements that a database which is away never answers
            started(scheduler::stop).join(STOPPING.toMillis());
            Terminal.err(
                    "The schedule has stopped" + (stoppedOne ? ", and what ran with it: the next one goes on" : ""));
            return stoppedOne ? Exit.STOPPED : Exit.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.UNEXPECTED;
        }
    }

    private static Thread started(Runnable work) {
        Thread thread = new Thread(work, "schedule");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void watchOn() {
        try {
            while (!isStopping.getAsBoolean()) {
                watch();
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing can be noted while the database is away: what could not be done then is told from here. */
    private void watch() {
        Instant before = awaySince;
        Instant now = clock.instant();
        databaseClock.instant();
        if (!databaseClock.isAway()) {
            if (before != null) {
                Terminal.err("The database is back");
            }
            awaySince = null;
            return;
        }
        if (before == null) {
            awaySince = now;
            Terminal.err("The database is away: the schedule goes on by itself when it is back");
            return;
        }
        database.revive()
                .ifPresent(why ->
                        LoggerFactory.getLogger(Daemon.class).warn("The embedded database does not start: {}", why));
        Plan nightly = looks.plan(ScheduledJob.NIGHTLY);
        LocalDate last = nightly.lastDue(now);
        if (nightly.enabled()
                && nightly.isAllWithin(last, before, now)
                && !last.equals(called)
                && calling.test(words.away(nightly, last.toString()))) {
            called = last;
        }
    }
}
