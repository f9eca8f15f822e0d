package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.database.DatabaseSettings;
import id.rekap.demo.Regency;
import id.rekap.files.Modes;
import id.rekap.mandate.Mandate;
import id.rekap.nightly.RunStore;
import id.rekap.register.ImportResult;
import id.rekap.register.RegisterImport;
import id.rekap.register.RegisterRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** A made-up regency on the embedded database, to look at: three nights or more, the last ones of a second mandate too. */
@Command(name = "demo", description = "A made-up regency with three published nights, to look at.")
final class DemoCommand extends NightCommand {
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2020, 7, 29);
    private static final int MOST_NIGHTS = 366;

    /** The example of a second mandate, and the night from which it is published too. */
    private static final String COURSE = "keamanan-informasi";

    private static final int COURSE_FROM = 3;
    private static final long SEED = 20200713;
    private static final Set<String> CONFIGURATION = Set.of("application.yml", "jobs");

    /** To whom the made-up agencies send their lists. */
    private static final String CONTACT = """
            rekap:
              contact: Bagian Prokopim (contoh), rekap@contoh.example
            """;

    @Option(names = "--nights", paramLabel = "N", description = "How many nights, 1 to 366; 3 by default.")
    private int nights = 3;

    private final List<Report> published = new ArrayList<>();
    private final List<Report> ofCourse = new ArrayList<>();

    /** As JSON; the nights of the second mandate stand apart. */
    private record Shown(String page, List<Report> nights, List<Report> secondMandate) {}

    /** What other nights are asked for, these are not: they would only seem to listen. */
    static void ofItsOwnDates(CommandSpec demo) {
        List.of("--date", "--mandate").forEach(name -> demo.remove(demo.findOption(name)));
    }

    @Override
    boolean makesHome() {
        return true;
    }

    @Override
    public Integer call() {
        if (nights < 1 || nights > MOST_NIGHTS) {
            Terminal.err("--nights is " + nights + "; expected 1 to " + MOST_NIGHTS);
            return Exit.USAGE;
        }
        mandateId = null;
        home(homeAsked().orElse(Path.of("home-demo")).toAbsolutePath().normalize());
        requireOwnHome(home());
        begin(home());
        return untilAsked(this::demo);
    }

    /** Made-up people never come among others; what is configured is nobody's. */
    private static void requireOwnHome(Path home) {
        boolean isDemo = HomeMark.of(home)
                .or(() -> HomeMark.draftOf(home))
                .filter(HomeMark::isDemo)
                .isPresent();
        if (isDemo || !Files.exists(home)) {
            return;
        }
        try (Stream<Path> there = Files.list(home)) {
            if (there.map(path -> String.valueOf(path.getFileName())).allMatch(CONFIGURATION::contains)) {
                return;
            }
        } catch (IOException e) {
            throw new Unusable(home + " cannot be read: " + e.getMessage());
        }
        throw new Unusable(home + " holds something else, and the demo would put made-up people into it. Nothing was"
                + " made. Name a new directory: ./rekap demo --home DIR");
    }

    /** Before the first folder: a demo that is killed at any moment finds its own home again. */
    private static void begin(Path home) {
        if (HomeMark.of(home).or(() -> HomeMark.draftOf(home)).isEmpty()) {
            HomeMark.fresh(DatabaseSettings.embedded(), true).draft(home);
        }
        Path configuration = home.resolve("application.yml");
        if (!Files.exists(configuration)) {
            try {
                Modes.OPERATORS.makeFile(configuration);
                Files.writeString(configuration, CONTACT);
            } catch (IOException e) {
                throw new UncheckedIOException("The demo's files cannot be written to " + home, e);
            }
        }
    }

    /** Nor to a server that somebody has configured. */
    @Override
    Settings load(Path home) {
        return super.load(home).onEmbeddedDatabase();
    }

    @Override
    Database database(Settings settings) {
        return HomeBinding.of(settings).make(clock(), true);
    }

    private int demo(Settings settings, Database database) {
        RunStore runs = new RunStore(new JdbcTemplate(database.dataSource()));
        if (runs.isPublished(settings.mandate(), date(nights))
                && (!hasCourse(nights) || runs.isPublished(COURSE, date(nights)))) {
            Terminal.err("The demo is there already: " + page(""));
            show();
            return Exit.NOTHING_TO_DO;
        }
        int exit = nights(settings, database, runs, home().resolve("demo"));
        if (exit == Exit.DONE) {
            show();
        }
        return exit;
    }

    private static boolean hasCourse(int night) {
        return night >= COURSE_FROM;
    }

    private int nights(Settings settings, Database database, RunStore runs, Path data) {
        Regency regency = new Regency(SEED);
        DemoFacts facts = new DemoFacts(database.dataSource(), settings.mandate(), clock(), who());
        try {
            if (!runs.hasRegister(FIRST_NIGHT)) {
                Modes.OPERATORS.makeFolders(data);
                regency.writeRegister(data, FIRST_NIGHT);
                importRegister(settings, database, data);
            }
            putCourse();
            int exit = Exit.DONE;
            for (int night = 1; night <= nights && exit == Exit.DONE; night++) {
                LocalDate day = date(night);
                // a run that was cut short has seen its files
                if (runs.latest(settings.mandate(), day).isEmpty()) {
                    facts.before(night, day, regency);
                    regency.drop(night, home().resolve("inbox"));
                    regency.dropCourse(night, home().resolve("inbox"));
                    regency.dropFollowers(night, home().resolve("inbox"));
                }
                if (!runs.isPublished(settings.mandate(), day)) {
                    exit = night(settings, database, day, false);
                }
                if (exit == Exit.DONE && hasCourse(night) && !runs.isPublished(COURSE, day)) {
                    mandateId = COURSE;
                    exit = night(settings, database, day, false);
                    mandateId = null;
                }
            }
            return exit;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's files cannot be written to " + home(), e);
        }
    }

    private static LocalDate date(int night) {
        return FIRST_NIGHT.plusDays(night - 1L);
    }

    /** A second mandate is a file in the home. */
    private void putCourse() throws IOException {
        Path mandates = home().resolve("jobs/mandates");
        Path file = mandates.resolve(COURSE + ".yml");
        if (Files.exists(file)) {
            return;
        }
        try (InputStream example = DemoCommand.class.getResourceAsStream("/jobs/examples/" + COURSE + ".yml")) {
            Modes.OPERATORS.makeFolders(mandates);
            Modes.OPERATORS.makeFile(file);
            Files.write(file, Objects.requireNonNull(example).readAllBytes());
        }
    }

    /** One document for all of them. */
    @Override
    int published(Report report) {
        (mandateId == null ? published : ofCourse).add(report);
        return json() ? Exit.DONE : super.published(report);
    }

    private String page(String mandate) {
        return home().resolve("reports")
                .resolve(mandate)
                .resolve("latest/summary.html")
                .toUri()
                .toString();
    }

    private void show() {
        if (json()) {
            printJson(new Shown(page(""), published, ofCourse));
            return;
        }
        if (hasCourse(nights)) {
            Terminal.out("The page of the second mandate, an example: " + page(COURSE));
        }
        Terminal.out("The morning page: " + page(""));
    }

    private void importRegister(Settings settings, Database database, Path data) {
        Mandate mandate = mandate(settings);
        RegisterImport register =
                new RegisterImport(database.dataSource(), mandate, RegisterRules.load(settings.home()), clock(), who());
        accepted(register.agencies(data.resolve("agencies.csv"), FIRST_NIGHT, false, false));
        accepted(register.employees(
                List.of(data.resolve("employees.csv")), FIRST_NIGHT, null, false, false, rows -> {}));
    }

    private static void accepted(ImportResult result) {
        if (result.refused()) {
            throw new IllegalStateException("The demo's own register is refused");
        }
    }
}
