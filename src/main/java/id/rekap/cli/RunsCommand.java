package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.nightly.RunLog;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;

/** What ran. */
@Command(name = "runs", description = "What ran, newest date first, the latest hundred.")
class RunsCommand extends HomeCommand {
    private static final int LISTED = 100;

    @Override
    boolean onlyLooks() {
        return true;
    }

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
            Terminal.out("No run.");
        }
        for (RunLog.Line line : lines) {
            Terminal.out(String.format(
                    Locale.ROOT,
                    "%-16s %-10s started %s UTC%s  rows %d  met %d of %d%s",
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
                    line.failure() == null ? "" : "  " + line.failure()));
            Terminal.out("  next: " + line.next());
        }
        return Exit.DONE;
    }
}
