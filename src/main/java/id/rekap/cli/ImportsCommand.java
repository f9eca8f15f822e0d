package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.register.Imports;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;

/** What was imported into the register, and what of it lies ahead. */
@Command(
        name = "imports",
        description = "What was imported into the register, for which date and by whom, newest first; what lies ahead.")
final class ImportsCommand extends HomeCommand {
    private static final int LISTED = 100;

    /** @param ahead its date has not come: no night knows of it yet */
    private record Line(
            long id,
            String kind,
            String date,
            boolean ahead,
            @Nullable String group,
            String files,
            List<String> hashes,
            int added,
            int changed,
            int ended,
            String at,
            String by) {}

    @Override
    public Integer call() {
        Settings settings = settings();
        LocalDate today = orToday(null);
        try (Database database = database(settings)) {
            List<Line> lines = new Imports(new JdbcTemplate(database.dataSource()))
                    .last(LISTED).stream().map(one -> line(one, today)).toList();
            if (json()) {
                printJson(lines);
                return Exit.DONE;
            }
            if (lines.isEmpty()) {
                Terminal.out("Nothing was imported.");
            }
            lines.forEach(ImportsCommand::print);
            return Exit.DONE;
        }
    }

    private static Line line(Imports.Line one, LocalDate today) {
        return new Line(
                one.id(),
                one.kind(),
                one.date().toString(),
                one.date().isAfter(today),
                one.group(),
                one.files(),
                one.hashes(),
                one.added(),
                one.changed(),
                one.ended(),
                one.at(),
                one.by());
    }

    private static void print(Line line) {
        Terminal.out(line.id() + "  " + line.kind() + "  from " + line.date()
                + (line.ahead() ? " (lies ahead)" : "")
                + (line.group() == null ? "" : "  group " + line.group())
                + "  added " + line.added() + ", changed " + line.changed() + ", ended " + line.ended());
        Terminal.out("  imported " + line.at() + " UTC" + (line.by().isEmpty() ? "" : " by " + line.by()) + ": "
                + line.files());
        line.hashes().forEach(hash -> Terminal.out("  SHA-256 " + hash));
    }
}
