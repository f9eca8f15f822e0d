package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.mandate.Group;
import id.rekap.register.ImportResult;
import id.rekap.register.Problem;
import id.rekap.register.RegisterImport;
import id.rekap.register.RegisterRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The register: agencies and employees. */
@Command(
        name = "import",
        description = "Imports the register.",
        subcommands = {ImportCommand.AgenciesCommand.class, ImportCommand.EmployeesCommand.class})
final class ImportCommand implements Runnable {
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
                    spec.commandLine(), "Say what to import: agencies or employees");
        }
    }

    abstract static class RegisterCommand extends HomeCommand {
        @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV or XLSX.")
        List<Path> files = new ArrayList<>();

        @Option(names = "--date", description = "From when it holds; today in Asia/Jakarta by default.")
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
                ImportResult result = read(register, orToday(date));
                if (json()) {
                    printJson(result);
                } else if (!result.refused()) {
                    print(result);
                }
                return result.refused() ? refused(result) : Exit.DONE;
            }
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

        private int refused(ImportResult result) {
            if (!json()) {
                result.problems().forEach(problem -> Terminal.err(problem.sentence()));
                printAccepting(result.problems());
            }
            Terminal.err("Refused: " + result.problems().size()
                    + (result.problems().size() == 1 ? " problem" : " problems")
                    + ", nothing was written. Correct them and import again");
            return Exit.FINDINGS;
        }
    }

    /** By place, each line once: ready to be pasted. */
    private static void printAccepting(List<Problem> problems) {
        problems.stream()
                .flatMap(problem -> problem.accepting().stream())
                .distinct()
                .collect(Collectors.groupingBy(
                        setting -> setting.file() + " (where there is none, a copy of the program's own), "
                                + setting.place(),
                        LinkedHashMap::new,
                        Collectors.mapping(Problem.Setting::line, Collectors.toList())))
                .forEach((place, lines) -> {
                    Terminal.err("To accept them as they are, in " + place + ":");
                    lines.forEach(Terminal::err);
                });
    }

    /** All agencies of a date. */
    @Command(name = "agencies", description = "The agencies, as they all are from a date on.")
    static final class AgenciesCommand extends RegisterCommand {
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
        ImportResult read(RegisterImport register, LocalDate date) {
            return register.agencies(files.get(0), date, dryRun);
        }
    }

    /** All employees of a date, or of one group. */
    @Command(name = "employees", description = "The employees, as they all are from a date on.")
    static final class EmployeesCommand extends RegisterCommand {
        @Option(names = "--group", description = "Only this group: ASN or TENAGA_KONTRAK.")
        private @Nullable Group group;

        @Option(
                names = "--force",
                description = "Even if more than a tenth of the active people would end,"
                        + " or contract staff stand in the ASN's list of the same date.")
        private boolean force;

        @Override
        ImportResult read(RegisterImport register, LocalDate date) {
            try (ProgressLine progress = new ProgressLine()) {
                progress.step("import");
                return register.employees(files, date, group, dryRun, force, rows -> progress.total(rows));
            }
        }
    }
}
