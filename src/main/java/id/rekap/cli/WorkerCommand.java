package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.mandate.Mandate;
import id.rekap.nightly.NightWorker;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Stays up and works on partitions of the runs of this database. */
@Command(
        name = "worker",
        description = "Stays up on another machine and works on partitions of the runs of this database.")
final class WorkerCommand extends HomeCommand {
    @Override
    public Integer call() {
        Signals.listen();
        Settings settings = settings();
        List<Mandate> all = mandates(settings);
        try (Database database = database(settings)) {
            Optional<String> refused = new NightWorker(
                            settings.home(),
                            database.dataSource(),
                            all,
                            clock(),
                            version(),
                            settings.capacity().atOnce(),
                            Terminal::err,
                            Signals.STOPPER::isAsked)
                    .work();
            if (refused.isPresent()) {
                throw new Unusable("A run gives this worker no work: " + refused.get());
            }
            Terminal.err("Ended. What it had begun is done, or the run does it");
            return Exit.DONE;
        }
    }
}
