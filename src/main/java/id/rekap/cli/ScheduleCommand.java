package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.schedule.Job;
import id.rekap.watch.Monitor;
import id.rekap.watch.Watching;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
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
        for (Job job : Job.values()) {
            job.plan(settings.home());
        }
        try (Database database = database(settings)) {
            return new Daemon(
                            settings,
                            database,
                            new Launcher(settings.home()),
                            null,
                            Daemon.Pace.USUAL,
                            Signals.STOPPER::isAsked,
                            message -> isDelivered(settings.watching(), message))
                    .run();
        }
    }

    /** To whoever watches the log, and to the webhook; where that cannot be reached, the next look tries again. */
    private static boolean isDelivered(Watching watching, String message) {
        if (!watching.webhook().isEmpty()) {
            Optional<String> failed = new Monitor().post(watching.webhook(), Map.of("text", message, "from", who()));
            if (failed.isPresent()) {
                Terminal.err("Warning: the webhook was not told, " + failed.get() + ": " + message);
                return false;
            }
        }
        Terminal.err(message);
        LoggerFactory.getLogger(ScheduleCommand.class).error("{}", message);
        return true;
    }
}
