package id.rekap.cli;

import id.rekap.database.AuditLog;
import id.rekap.database.Database;
import id.rekap.nightly.RunLog;
import id.rekap.register.Agencies;
import id.rekap.register.ImportList;
import id.rekap.register.ImportResult;
import id.rekap.register.RegisterImport;
import id.rekap.register.RegisterRules;
import id.rekap.value.Identifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The register: agencies and employees. */
@Command(
        name = "import",
        description = "Imports the register.",
        subcommands = {ImportCommand.AgenciesCommand.class, ImportEmployeesCommand.class, ImportInboxCommand.class})
final class ImportCommand implements Runnable {
    static final String REFUSED = "IMPORT_REFUSED";

    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), "Say what to import: agencies, employees, or inbox");
        }
    }

    abstract static class RegisterCommand extends HomeCommand {
        private static final int FEW_NIGHTS = 5;

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV or XLSX.")
        List<Path> files = new ArrayList<>();

        @Option(
                names = "--date",
                paramLabel = "D",
                description = "From when it holds; today in Asia/Jakarta by default.")
        @Nullable
        LocalDate date;

        @Option(names = "--dry-run", description = "Say what it would change; write nothing.")
        boolean dryRun;

        abstract ImportResult read(RegisterImport register, LocalDate date);

        @Override
        boolean makesHome() {
            return true;
        }

        @Override
        public Integer call() {
            for (Path file : files) {
                if (!Files.isReadable(file)) {
                    throw new Unusable(file + " cannot be read: name a CSV or XLSX file");
                }
            }
            Settings settings = settings();
            try (Database database = database(settings)) {
                RegisterImport register = new RegisterImport(
                        database.dataSource(), mandate(settings), RegisterRules.load(settings.home()), clock(), who());
                LocalDate from = orToday(date);
                ImportResult result = read(register, from);
                if (result.refused()) {
                    return refused(settings, database, from, result);
                }
                boolean isAhead = from.isAfter(orToday(null));
                LocalDate since = result.since();
                List<String> nights = since == null ? List.of() : nights(database, from, since);
                if (json()) {
                    ObjectNode all = JsonMapper.shared().valueToTree(result);
                    printJson(all.put("date", from.toString())
                            .put("ahead", isAhead)
                            .set("publishedNights", JsonMapper.shared().valueToTree(nights)));
                } else {
                    print(result);
                    say(from, isAhead, nights);
                    if (!dryRun) {
                        after(settings, new JdbcTemplate(database.dataSource()), from);
                    }
                }
                return Exit.DONE;
            }
        }

        /** What is left to do after such an import. */
        void after(Settings settings, JdbcTemplate jdbc, LocalDate from) {}

        /** Until when such an import holds. */
        abstract Optional<LocalDate> nextAfter(ImportList imports, LocalDate from);

        /** Those that were published with what the register said before: of who is who, also before the import's date. */
        private List<String> nights(Database database, LocalDate from, LocalDate since) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            return since.isBefore(from)
                    ? new RunLog(jdbc).publishedDates(since, null)
                    : new RunLog(jdbc)
                            .publishedDates(
                                    from, nextAfter(new ImportList(jdbc), from).orElse(null));
        }

        private void say(LocalDate from, boolean isAhead, List<String> nights) {
            if (isAhead) {
                Terminal.out(
                        dryRun
                                ? "This would lie ahead: it would hold from " + from
                                        + ", and no night before would know of it"
                                : "This lies ahead: it holds from " + from + ", and no night before knows of it."
                                        + " ./rekap imports lists what lies ahead");
            }
            if (!nights.isEmpty()) {
                Terminal.out((dryRun ? "It would concern " : "It concerns ") + nights.size()
                        + (nights.size() == 1 ? " published night, " : " published nights, ") + range(nights)
                        + ": they stay as they are published. To publish one again with it:"
                        + " ./rekap run --date " + nights.get(0) + " --again");
            }
        }

        private static String range(List<String> nights) {
            return nights.size() <= FEW_NIGHTS
                    ? String.join(", ", nights)
                    : nights.get(0) + " to " + nights.get(nights.size() - 1);
        }

        private void print(ImportResult result) {
            Terminal.out((dryRun ? "Would be added " : "Added ") + result.added() + ", changed "
                    + result.changed() + ", ended " + result.ended() + ", unchanged " + result.unchanged() + "; "
                    + result.total() + " in all on " + orToday(date));
            result.warnings().forEach(warning -> Terminal.err("Warning: " + warning));
            if (dryRun) {
                result.samples().forEach(c -> Terminal.out("  " + c.kind() + " " + c.id() + " " + c.detail()));
            }
        }

        /** The register is as it was; that somebody tried is known all the same. */
        private void keepTrace(Database database, LocalDate from, String why) {
            String named = files.stream()
                    .map(file -> Identifier.maskedPath(String.valueOf(file.getFileName())))
                    .collect(Collectors.joining(", "));
            new AuditLog(new JdbcTemplate(database.dataSource()))
                    .add(clock().instant(), who(), REFUSED, named, "for " + from + ": " + why);
            LoggerFactory.getLogger(ImportCommand.class)
                    .info("Import refused of {} for {} by {}: {}", named, from, who(), why);
        }

        private int refused(Settings settings, Database database, LocalDate from, ImportResult result) {
            RefusedImport refused = new RefusedImport(result.problems());
            if (!dryRun) {
                keepTrace(database, from, refused.inShort());
            }
            if (json()) {
                printJson(result);
            } else {
                refused.print(settings.home().resolve("logs"), clock().instant());
            }
            Terminal.err("Refused: " + result.problems().size()
                    + (result.problems().size() == 1 ? " problem" : " problems")
                    + ", nothing was written. Correct them and import again");
            return Exit.FINDINGS;
        }
    }

    /** All agencies of a date. */
    @Command(name = "agencies", description = "The agencies, as they all are from a date on.")
    static final class AgenciesCommand extends RegisterCommand {
        @Option(
                names = "--force",
                description = "Even if more than a tenth of the agencies, and more than two, would end.")
        private boolean force;

        @Override
        public Integer call() {
            if (files.size() > 1) {
                Terminal.err("import agencies takes one FILE, which lists them all; " + files.size()
                        + " are named. Nothing was read: put them into one file");
                return Exit.USAGE;
            }
            return super.call();
        }

        @Override
        void after(Settings settings, JdbcTemplate jdbc, LocalDate from) {
            HomeCheckup.withoutFolder(settings.home(), new Agencies(jdbc), from)
                    .ifPresent(folders -> Terminal.out(folders.found()));
        }

        @Override
        ImportResult read(RegisterImport register, LocalDate date) {
            return register.agencies(files.get(0), date, dryRun, force);
        }

        @Override
        Optional<LocalDate> nextAfter(ImportList imports, LocalDate from) {
            return imports.agenciesAfter(from);
        }
    }
}
