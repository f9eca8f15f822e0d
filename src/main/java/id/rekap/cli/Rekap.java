package id.rekap.cli;

import ch.qos.logback.classic.spi.LogbackServiceProvider;
import id.rekap.database.DatabaseUnusable;
import id.rekap.lock.LockHeld;
import id.rekap.mandate.ConfigurationInvalid;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.apache.commons.logging.LogFactory;
import org.apache.commons.logging.impl.LogFactoryImpl;
import org.apache.commons.logging.impl.NoOpLog;
import org.apache.commons.logging.impl.Slf4jLogFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOP_FallbackServiceProvider;
import org.slf4j.helpers.Reporter;
import org.springframework.dao.CannotAcquireLockException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The program: commands, their exit codes, and one clear message where something cannot be used. */
@Command(name = "rekap", description = "A nightly count of who has reported what an agency owes.")
public final class Rekap {
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            InitCommand.class,
            ImportCommand.class,
            ImportsCommand.class,
            RunCommand.class,
            ReceiveCommand.class,
            RestartCommand.class,
            ReportCommand.class,
            StopCommand.class,
            WithdrawDateCommand.class,
            RepairCommand.class,
            DoctorCommand.class,
            StatusCommand.class,
            RunsCommand.class,
            ShowCommand.class,
            DecisionCommand.AcceptCommand.class,
            DecisionCommand.RefuseCommand.class,
            WithdrawCommand.class,
            QuarantineCommand.class,
            ExemptCommand.class,
            AuditCommand.class,
            AckCommand.class,
            CheckCommand.class,
            CheckChatCommand.class,
            ClaimsCommand.class,
            EvidenceCommand.class,
            TemplateCommand.class,
            TraceCommand.class,
            ScheduleCommand.class,
            WorkerCommand.class,
            PurgeCommand.class,
            ExplainCommand.class);

    /** They write no log, except of what nobody expected: to make ready for one takes longer than to look. */
    private static final Set<String> LOOKING = Set.of("explain", "status", "runs", "show");

    private static final Set<String> LISTENING = Set.of("run", "restart", "schedule", "worker");

    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.",
            showDefaultValue = Visibility.NEVER)
    private boolean help;

    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Option(
            names = "--home",
            scope = CommandLine.ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "The directory of everything that a run reads or writes.")
    @Nullable
    Path home;

    @Option(names = "--json", scope = CommandLine.ScopeType.INHERIT, description = "Print data as JSON.")
    boolean json;

    private Rekap() {}

    public static void main(String[] args) {
        everywhereTheSame();
        log(named(args));
        Signals.watch();
        if (LISTENING.contains(named(args))) {
            Signals.listen();
        }
        int exit = execute(args);
        if (!Signals.STOPPER.isAsked()) {
            System.exit(exit);
        }
    }

    /** Neither digits, nor lower case, nor times depend on the machine: libraries ask for these where nobody names one. */
    private static void everywhereTheSame() {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    /** Libraries look for one that writes the log before they ask: it is named, and none where no log is kept. */
    private static void log(String command) {
        boolean isKept = !LOOKING.contains(command);
        System.setProperty(
                LogFactory.FACTORY_PROPERTY, (isKept ? Slf4jLogFactory.class : LogFactoryImpl.class).getName());
        if (!isKept) {
            System.setProperty(LogFactoryImpl.LOG_PROPERTY, NoOpLog.class.getName());
            System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, NOP_FallbackServiceProvider.class.getName());
            System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
        }
    }

    /** Every command, with its options. */
    static CommandLine line() {
        return line(COMMANDS);
    }

    /**
     * The one that is named, else what the help says of each: picocli looks at each option of a command, which takes longer
     * than many.
     */
    private static CommandLine line(String... args) {
        String named = named(args);
        for (Class<?> command : COMMANDS) {
            if (command.getAnnotation(Command.class).name().equals(named)) {
                return line(List.of(command));
            }
        }
        CommandLine line = line(List.of());
        for (Class<?> command : COMMANDS) {
            Command said = command.getAnnotation(Command.class);
            CommandSpec spec = CommandSpec.create().name(said.name());
            spec.usageMessage().description(said.description());
            line.addSubcommand(said.name(), spec);
        }
        return line;
    }

    /** The command, which options that every command has may stand before. */
    private static String named(String... args) {
        for (int at = 0; at < args.length; at++) {
            if (args[at].equals("--home")) {
                at++;
            } else if (!args[at].startsWith("-")) {
                return args[at];
            }
        }
        return "";
    }

    private static CommandLine line(List<Class<?>> commands) {
        CommandLine line = new CommandLine(new Rekap());
        commands.forEach(line::addSubcommand);
        Optional.ofNullable(line.getSubcommands().get("demo"))
                .map(CommandLine::getCommandSpec)
                .ifPresent(DemoCommand::ofItsOwnDates);
        line.setExecutionStrategy(new CommandLine.RunLast());
        line.getCommandSpec().version("Rekap " + HomeCommand.version());
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            int exit = explain(e);
            if (exit == Exit.UNUSABLE && command.getCommand() instanceof RunCommand run) {
                run.unusable();
            }
            return exit;
        });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // an argument is what was typed: one that begins with @ names no file whose lines would be echoed
        line.setExpandAtFiles(false);
        Dates.register(line);
        return line;
    }

    static int execute(String... args) {
        Terminal.begin();
        CommandLine line = line(args);
        if (args.length == 0) {
            Terminal.usage(line);
            return Signals.ended(Exit.USAGE);
        }
        int exit = ended(line, args);
        // also where the arguments are wrong, and nobody knows what they would have meant
        if (List.of(args).contains("--json")) {
            Terminal.endWithoutData(exit);
        }
        Terminal.flush();
        return Signals.ended(exit);
    }

    private static int ended(CommandLine line, String... args) {
        try {
            return line.execute(args);
        } catch (Error e) {
            // picocli passes on what is no exception, such as a heap that is too small
            return explain(e);
        }
    }

    private static int explain(Throwable e) {
        if (e instanceof Unusable || e instanceof DatabaseUnusable || e instanceof ConfigurationInvalid) {
            Terminal.err(String.valueOf(e.getMessage()));
            return Exit.UNUSABLE;
        }
        if (e instanceof LockHeld || e instanceof CannotAcquireLockException) {
            Terminal.err(String.valueOf(e.getMessage()));
            return Exit.LOCK_HELD;
        }
        LogbackServiceProvider log = new LogbackServiceProvider();
        log.initialize();
        log.getLoggerFactory().getLogger(Rekap.class.getName()).error("Unexpected", e);
        Terminal.err("Unexpected " + e.getClass().getSimpleName() + " at "
                + (e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0])
                + "; HOME/logs/rekap.log has the rest, and ./rekap runs shows what is published");
        return Exit.UNEXPECTED;
    }
}
