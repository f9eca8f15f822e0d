package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.lock.LiveRuns;
import id.rekap.mandate.Mandate;
import id.rekap.retention.Purge;
import id.rekap.retention.Purge.Purged;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes away what is older than it is to be kept, and serves nothing that is. */
@Command(
        name = "purge",
        description = "Takes away raw files, chats, what was judged of people, exceptions, records of executions and"
                + " files of published sets past their age (rekap.retention.*).")
final class PurgeCommand extends HomeCommand {
    @Option(names = "--dry-run", description = "Count what would go; take nothing away.")
    private boolean dryRun;

    @Option(
            names = "--date",
            paramLabel = "D",
            description = "Ages are counted up to this day; today in Asia/Jakarta by default.")
    private @Nullable LocalDate date;

    private record Answer(boolean dryRun, Purged purged) {}

    @Override
    public Integer call() {
        LocalDate today = orToday(date);
        if (today.isAfter(orToday(null))) {
            Terminal.err(today + " has not come yet: nothing was taken away. Correct --date");
            return Exit.USAGE;
        }
        Settings settings = settings();
        try (Database database = database(settings)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            Purge purge = new Purge(
                    settings.home(),
                    jdbc,
                    settings.retention(),
                    settings.run().claimDays(),
                    settings.run().evidenceDays());
            if (!dryRun) {
                LocalDate keptFrom = purge.announce(today);
                if (new LiveRuns(jdbc)
                        .of(null, null).stream().anyMatch(run -> run.date().isBefore(keptFrom))) {
                    Terminal.err("A run of a date before " + keptFrom
                            + " is at work: nothing was taken away. Wait for it; ./rekap status shows it");
                    return Exit.LOCK_HELD;
                }
            }
            Purged purged =
                    purge.of(today, mandates(settings).stream().map(Mandate::id).toList(), dryRun);
            if (!dryRun) {
                purge.audit(purged, who(), clock().instant());
            }
            say(purged);
            return Exit.DONE;
        } catch (IOException e) {
            Terminal.err("Failed: a file cannot be taken away: " + e.getMessage()
                    + ". Correct its rights, then the same command goes on");
            return Exit.FAILED;
        }
    }

    private void say(Purged purged) {
        if (json()) {
            printJson(new Answer(dryRun, purged));
            return;
        }
        Terminal.out((dryRun ? "Would go: " : "Gone: ") + purged.inWords());
        Terminal.out("Nights from " + purged.keptFrom() + " on are kept whole; of earlier ones the counts stay");
    }
}
