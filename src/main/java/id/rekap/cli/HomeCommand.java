package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.files.Modes;
import id.rekap.intake.DecisionJournal;
import id.rekap.lock.LockOwner;
import id.rekap.mandate.ConfigurationInvalid;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.value.BusinessDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** What all commands share: a home, its settings, its database. */
abstract class HomeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    private @Nullable Path chosenHome;

    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    /** Did somebody say which home, by the option or the environment? */
    boolean isHomeNamed() {
        return root().home != null
                || !Objects.requireNonNullElse(System.getenv("REKAP_HOME"), "").isEmpty();
    }

    Path home() {
        String variable = System.getenv("REKAP_HOME");
        Path asked = chosenHome == null ? root().home : chosenHome;
        if (asked != null && asked.toString().isEmpty()) {
            throw new ParameterException(spec().commandLine(), "--home is empty: name a directory");
        }
        Path byDefault = absolute(Path.of(variable == null || variable.isEmpty() ? "home" : variable));
        Path home = asked == null ? byDefault : absolute(asked);
        HomeOption.use(home, byDefault);
        return home;
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** What {@code --home} says. */
    Optional<Path> homeAsked() {
        return Optional.ofNullable(root().home);
    }

    void home(Path home) {
        chosenHome = home;
    }

    boolean json() {
        return root().json;
    }

    private Rekap root() {
        return (Rekap) spec().root().userObject();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("A command is made by picocli");
        }
        return spec;
    }

    /** Others need one that is there: a home whose name is mistyped would look like one in which nothing ever ran. */
    boolean makesHome() {
        return false;
    }

    /** Whatever home and database were bound to before. */
    boolean adopts() {
        return false;
    }

    /** Shows what was, and changes nothing of it. */
    boolean onlyLooks() {
        return false;
    }

    /** Makes again what is missing of a home that is one. */
    boolean restoresFolders() {
        return false;
    }

    /** Reads the settings and checks the mandate; makes what of HOME may be made. */
    Settings settings() {
        Path home = home();
        if (!makesHome() && !Files.exists(home)) {
            throw new Unusable("There is no HOME at " + home + ". " + HomeMark.near(home)
                    + "Name the right one with --home; ./rekap init --home " + home + " makes a new one");
        }
        Settings settings = load(home);
        boolean isHome = HomeMark.of(home).isPresent();
        if (!makesHome()) {
            HomeBinding.of(settings).mark();
        } else if (!isHome && !adopts()) {
            HomeBinding.of(settings).requireFree();
        }
        make(settings, isHome);
        return settings;
    }

    /** As the home is configured; the mandate is there. */
    Settings load(Path home) {
        Settings settings = onlyLooks() ? looking(home) : Settings.load(home);
        new Mandates(home).get(settings.mandate());
        return settings;
    }

    /** What is wrong with the time of nights ends them, and is said; it hides nothing that was. */
    private static Settings looking(Path home) {
        try {
            return Settings.load(home);
        } catch (ConfigurationInvalid e) {
            Settings settings = Settings.withoutTime(home);
            Terminal.err("Warning: " + e.getMessage() + ". Until that is corrected each run ends with exit 6");
            return settings;
        }
    }

    private void make(Settings settings, boolean isHome) {
        Path home = settings.home();
        try {
            Modes.PASSAGE.makeFolders(home);
            for (String directory : directories(isHome)) {
                Modes modes = switch (directory) {
                    case "reports" -> Modes.EVERYONE;
                    case "inbox" -> Modes.PASSAGE;
                    default -> Modes.OPERATORS;
                };
                modes.makeFolders(home.resolve(directory));
            }
            logInto(home.resolve("logs"), settings.logFormat());
        } catch (IOException e) {
            throw new Unusable("HOME " + home + " cannot be written: " + e.getMessage()
                    + ". Give its owner the right to write, or name another with --home");
        }
    }

    /** The log's file too: the library that writes it would leave its mode to the umask. */
    private static void logInto(Path logs, String format) throws IOException {
        Path log = logs.resolve("rekap.log");
        if (Files.isDirectory(logs)) {
            Modes.OPERATORS.makeFile(log);
        }
        HomeLog.use(log.toString(), format);
    }

    /** In a home that was used before, an inbox or archive that is missing may lie on a disk that is not mounted. */
    private List<String> directories(boolean isHome) {
        return isHome && !restoresFolders()
                ? List.of("reports", "logs")
                : List.of("inbox", "archive", "reports", "logs");
    }

    static Mandate mandate(Settings settings) {
        return new Mandates(settings.home()).get(settings.mandate());
    }

    /** The default one first. */
    static List<Mandate> mandates(Settings settings) {
        return new Mandates(settings.home()).all(settings.mandate());
    }

    /** The open database of this home, with its schema brought up; made only where this command makes homes. */
    Database database(Settings settings) {
        HomeBinding bond = HomeBinding.of(settings);
        return makesHome() ? bond.make(clock(), false) : bond.open();
    }

    /** Beside what was received, so that it survives the database; it is decided all the same where that fails. */
    void keep(Settings settings, Database database, String act, boolean undo, String submission, Instant at) {
        try {
            new DecisionJournal(settings.home().resolve("archive"), new JdbcTemplate(database.dataSource()))
                    .add(act, undo, submission, at);
        } catch (IOException e) {
            Terminal.err("Warning: the decision stands, but the archive keeps no line of it: " + e.getMessage());
        }
    }

    static int poolSize(Settings settings) {
        return settings.capacity().atOnce() * 2 + 4;
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    static LocalDate orToday(@Nullable LocalDate date) {
        return date == null ? LocalDate.now(clock().withZone(BusinessDay.ZONE)) : date;
    }

    static void printJson(Object value) {
        Terminal.json(JsonMapper.shared().writeValueAsString(value));
    }

    static String version() {
        String version = Rekap.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    static String user() {
        return System.getProperty("user.name", "unknown");
    }

    /** User and host, as the audit log has them. */
    static String who() {
        return user() + "@" + LockOwner.hostName();
    }
}
