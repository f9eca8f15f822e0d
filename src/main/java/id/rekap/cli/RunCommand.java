package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.intake.Preview;
import id.rekap.nightly.Runs;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import id.rekap.register.AgencyDirectory;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The nightly job for a business date. */
@Command(name = "run", description = "The nightly job for a business date.")
final class RunCommand extends NightCommand {
    @Option(names = "--again", description = "Publish a revision of a date that is complete.")
    private boolean again;

    @Option(names = "--dry-run", description = "Say what the night would take from the inbox; write nothing.")
    private boolean dryRun;

    @Mixin
    private final FailOn failOn = new FailOn();

    @Override
    public Integer call() {
        return untilAsked((settings, database) ->
                dryRun ? preview(settings, database) : night(settings, database, orToday(date), again));
    }

    @Override
    int published(Report report) {
        return failOn.exit(report, super.published(report));
    }

    private int preview(Settings settings, Database database) {
        LocalDate day = orToday(date);
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        Runs runs = new Runs(jdbc);
        if (!runs.hasRegister(day)) {
            return noRegister(day);
        }
        if (runs.hasLater(day)) {
            System.err.println(day + " is not the newest date: its run takes no files");
            return Exit.DONE;
        }
        AgencyDirectory agencies = new Agencies(jdbc).directory(day);
        Preview preview =
                new Preview(settings.home(), Duration.ofSeconds(settings.run().quietSeconds()), mandate(settings));
        try {
            List<Preview.Line> lines = preview.lines(
                    clock().instant(),
                    folder -> folder.isEmpty()
                            ? Optional.empty()
                            : agencies.named(folder).map(Agency::code));
            if (json()) {
                printJson(lines);
            } else {
                lines.forEach(l -> System.out.println(l.file() + ": "
                        + (l.refusedFor() == null ? l.rows() + " rows" : l.refusedFor() + " " + l.found())));
                System.out.println(lines.size() + " files; nothing was taken or written");
            }
            return Exit.DONE;
        } catch (IOException e) {
            throw new Unusable("The inbox of " + settings.home() + " cannot be read: " + e.getMessage());
        }
    }
}
