package id.rekap.cli;

import id.rekap.database.AuditLog;
import id.rekap.database.Database;
import id.rekap.value.BusinessDay;
import id.rekap.value.Identifier;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who changed what, when, from what to what. */
@Command(
        name = "audit",
        description =
                "Who changed what, when, from what to what: imports, decisions, exemptions, repairs; newest first.")
final class AuditCommand extends HomeCommand {
    private static final int LISTED = 100;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

    @Option(names = "--since", paramLabel = "D", description = "The first day, in Asia/Jakarta.")
    private @Nullable LocalDate since;

    @Option(names = "--until", paramLabel = "D", description = "The last day, in Asia/Jakarta.")
    private @Nullable LocalDate until;

    @Option(names = "--who", paramLabel = "TEXT", defaultValue = "", description = "A part of user and host.")
    private String who = "";

    @Option(
            names = "--what",
            paramLabel = "ACT",
            defaultValue = "",
            description = "The act, for example ACCEPT or IMPORT_EMPLOYEES.")
    private String what = "";

    @Option(
            names = "--about",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "A part of what it was done to, or of what changed.")
    private String about = "";

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "" + LISTED,
            description = "How many are listed at most (default: ${DEFAULT-VALUE}).")
    private int most = LISTED;

    @Override
    boolean onlyLooks() {
        return true;
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        AuditLog.Filter filter = new AuditLog.Filter(
                begin(since == null ? FIRST : since),
                begin((until == null ? LAST : until).plusDays(1)),
                who,
                what.toUpperCase(Locale.ROOT),
                about);
        try (Database database = database(settings)) {
            List<AuditLog.Entry> entries = new AuditLog(new JdbcTemplate(database.dataSource()))
                    .last(filter, most).stream().map(AuditCommand::masked).toList();
            if (json()) {
                printJson(entries);
                return Exit.DONE;
            }
            if (entries.isEmpty()) {
                Terminal.out("Nothing was changed.");
            }
            for (AuditLog.Entry entry : entries) {
                Terminal.out(entry.at() + " UTC  " + entry.who() + "  " + entry.what() + "  " + entry.subject());
                Terminal.out("  " + entry.detail());
            }
            return Exit.DONE;
        }
    }

    private static LocalDateTime begin(LocalDate day) {
        return LocalDateTime.ofInstant(day.atStartOfDay(BusinessDay.ZONE).toInstant(), ZoneOffset.UTC);
    }

    /** As in every list of persons: a NIK shows its last four digits. */
    private static AuditLog.Entry masked(AuditLog.Entry entry) {
        return new AuditLog.Entry(
                entry.at(),
                entry.who(),
                entry.what(),
                Identifier.masked(entry.subject()),
                Identifier.masked(entry.detail()));
    }
}
