package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.nightly.Run;
import id.rekap.nightly.RunStore;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Goes on with a failed, stopped or killed run. */
@Command(name = "restart", description = "Goes on with the failed, stopped or killed run of a date.")
final class RestartCommand extends NightCommand {
    @Mixin
    private final FailOn failOn = new FailOn();

    @Override
    public Integer call() {
        return untilAsked(this::restart);
    }

    @Override
    int published(Report report) {
        return failOn.exit(report, super.published(report));
    }

    private int restart(Settings settings, Database database) {
        RunStore runs = new RunStore(new JdbcTemplate(database.dataSource()));
        String mandate = mandateId(settings);
        Optional<Run> named = date == null ? Optional.empty() : runs.latest(mandate, date);
        if (date != null && named.filter(Run::isPublished).isPresent()) {
            return complete(settings, mandate, date);
        }
        Optional<LocalDate> unfinished = date == null ? runs.latestUnfinished(mandate) : named.map(Run::date);
        if (unfinished.isEmpty()) {
            Terminal.err("Nothing to restart" + (date == null ? "" : " for " + date)
                    + ": no run is unfinished. ./rekap run begins one");
            return Exit.NOTHING_TO_DO;
        }
        return night(settings, database, unfinished.get(), false);
    }
}
