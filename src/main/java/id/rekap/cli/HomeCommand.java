package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.database.Schema;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** What all commands share: a home, its settings, its database. */
abstract class HomeCommand implements Callable<Integer> {
    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Spec
    private @Nullable CommandSpec spec;

    private @Nullable Path chosenHome;

    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    Path home() {
        String variable = System.getenv("REKAP_HOME");
        Path asked = chosenHome == null ? root().home : chosenHome;
        Path home = asked != null ? asked : Path.of(variable == null || variable.isEmpty() ? "home" : variable);
        return home.toAbsolutePath().normalize();
    }

    /** By option or environment, else it is the default. */
    boolean isHomeNamed() {
        String variable = System.getenv("REKAP_HOME");
        return root().home != null || (variable != null && !variable.isEmpty());
    }

    void home(Path home) {
        chosenHome = home;
    }

    boolean json() {
        return root().json;
    }

    private Rekap root() {
        if (spec == null) {
            throw new IllegalStateException("A command is made by picocli");
        }
        return (Rekap) spec.root().userObject();
    }

    /** Reads the settings and checks the mandate; makes what of HOME is missing. */
    Settings settings() {
        Path home = home();
        try {
            for (String directory : new String[] {"inbox", "archive", "reports", "logs"}) {
                Files.createDirectories(home.resolve(directory));
            }
        } catch (IOException e) {
            throw new Unusable("HOME " + home + " cannot be written: " + e.getMessage()
                    + ". Give its owner the right to write, or name another with --home");
        }
        System.setProperty("rekap.log", home.resolve("logs/rekap.log").toString());
        Settings settings = Settings.load(home);
        new Mandates(home).get(settings.mandate());
        return settings;
    }

    static Mandate mandate(Settings settings) {
        return new Mandates(settings.home()).get(settings.mandate());
    }

    /** The open database with its schema brought up. */
    static Database database(Settings settings) {
        Database database = Database.open(settings.home(), settings.database(), poolSize(settings));
        try {
            Schema.migrate(database.dataSource());
            return database;
        } catch (RuntimeException unusable) {
            database.close();
            throw unusable;
        }
    }

    static int poolSize(Settings settings) {
        return settings.shards() * 2 + 4;
    }

    static Clock clock() {
        return Clock.systemUTC();
    }

    static LocalDate orToday(@Nullable LocalDate date) {
        return date == null ? LocalDate.now(clock().withZone(ZONE)) : date;
    }

    static void printJson(Object value) {
        System.out.println(JSON.writeValueAsString(value));
    }

    static String version() {
        String version = Rekap.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    static String who() {
        return System.getProperty("user.name", "unknown");
    }
}
