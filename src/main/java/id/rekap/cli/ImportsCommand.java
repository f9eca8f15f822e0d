package id.rekap.cli;

import id.rekap.database.AuditLog;
import id.rekap.database.Database;
import id.rekap.register.ImportList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;

/** What was imported into the register, and what of it lies ahead. */
@Command(
        name = "imports",
        description = "What was imported into the register, for which date and by whom, newest first; what lies ahead.")
final class ImportsCommand extends HomeCommand {
    private static final int LISTED = 100;

    @Override
    boolean onlyLooks() {
        return true;
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        try (Database database = database(settings)) {
            List<ImportList.Line> lines =
                    new ImportList(new JdbcTemplate(database.dataSource())).last(LISTED, orToday(null));
            if (json()) {
                printJson(lines);
                return Exit.DONE;
            }
            if (lines.isEmpty()) {
                Terminal.out("Nothing was imported.");
            }
            new AuditLog(new JdbcTemplate(database.dataSource()))
                    .last(AuditLog.Filter.of(ImportCommand.REFUSED), 1)
                    .forEach(entry -> Terminal.out("The last refused one: " + entry.at() + " UTC by " + entry.who()
                            + ", "
                            + entry.subject() + " " + entry.detail() + ". ./rekap audit --what " + ImportCommand.REFUSED
                            + " lists all"));
            lines.forEach(ImportsCommand::print);
            return Exit.DONE;
        }
    }

    private static void print(ImportList.Line line) {
        Terminal.out(line.id() + "  " + line.kind() + "  from " + line.date()
                + (line.ahead() ? " (lies ahead)" : "")
                + (line.group() == null ? "" : "  group " + line.group())
                + "  added " + line.added() + ", changed " + line.changed() + ", ended " + line.ended());
        Terminal.out("  imported " + line.at() + " UTC by " + line.by() + ": " + line.files());
        line.hashes().forEach(hash -> Terminal.out("  SHA-256 " + hash));
    }
}
