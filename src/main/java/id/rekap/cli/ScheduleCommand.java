package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.schedule.ScheduledJob;
import picocli.CommandLine.Command;

/** Stays up and runs the jobs at their times. */
@Command(
        name = "schedule",
        description = "Stays up and runs the jobs of jobs/*.yml at their times; catches up missed nights.")
final class ScheduleCommand extends HomeCommand {

    @Override
    public Integer call() {
        Signals.listen();
        Settings settings = settings();
        for (ScheduledJob job : ScheduledJob.values()) {
            job.plan(settings.home());
        }
        Callers callers = new Callers(settings);
        try (Database database = database(settings)) {
            return new Daemon(
                            settings,
                            database,
                            new Launcher(settings.home()),
                            null,
                            Daemon.Pace.USUAL,
                            Signals.STOPPER::isAsked,
                            message -> callers.isDelivered(HomeOption.in(message)))
                    .run();
        }
    }
}
