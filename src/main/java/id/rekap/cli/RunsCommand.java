package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.nightly.RunLog;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;

/** What ran. */
@Command(name = "runs", description = "What ran, newest date first, the latest hundred.")
class RunsCommand extends HomeCommand {
    private static final int LISTED = 100;

    @Override
    public Integer call() {
        Settings settings = settings();
        try (Database database = database(settings)) {
            RunLog log = new RunLog(new JdbcTemplate(database.dataSource()));
            return show(log, chosen(log.runs(settings.mandate()), settings.mandate()));
        }
    }

    List<RunLog.Line> chosen(List<RunLog.Line> runs, String defaultMandate) {
        return runs.stream().limit(LISTED).toList();
    }

    int show(RunLog log, List<RunLog.Line> lines) {
        if (json()) {
            printJson(lines);
            return Exit.DONE;
        }
        if (lines.isEmpty()) {
            System.out.println("No run.");
        }
        for (RunLog.Line line : lines) {
            System.out.printf(
                    java.util.Locale.ROOT,
                    "%-16s %-10s started %s UTC%s  rows %d  met %d of %d%s%n",
                    line.run(),
                    line.state(),
                    line.startedAt(),
                    line.owner() == null
                            ? ""
                            : "  owner " + line.owner() + " since " + line.ownedSince() + " UTC, last beat "
                                    + line.beatSecondsAgo() + " s ago" + (line.ownerLives() ? "" : ", dead"),
                    line.rows(),
                    line.met(),
                    line.due(),
                    line.failure() == null ? "" : "  " + line.failure());
            System.out.println("  next: " + line.next());
        }
        return Exit.DONE;
    }
}
