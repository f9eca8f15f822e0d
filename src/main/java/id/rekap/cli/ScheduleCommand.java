package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.schedule.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** Stays up and runs the jobs at their times. */
@Command(
        name = "schedule",
        description = "Stays up and runs the jobs of jobs/*.yml at their times; catches up missed nights.")
final class ScheduleCommand extends HomeCommand {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduleCommand.class);

    @Override
    public Integer call() {
        Signals.listen();
        Settings settings = settings();
        for (Job job : Job.values()) {
            job.plan(settings.home());
        }
        try (Database database = database(settings)) {
            return new Daemon(
                            settings,
                            database.dataSource(),
                            new Launcher(settings.home()),
                            null,
                            Daemon.Pace.USUAL,
                            Signals.STOPPER::isAsked,
                            ScheduleCommand::call)
                    .run();
        }
    }

    private static void call(String message) {
        Terminal.err(message);
        LOG.error("{}", message);
    }
}
