package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.database.DatabaseSettings;
import id.rekap.demo.Regency;
import id.rekap.files.Modes;
import id.rekap.mandate.Mandate;
import id.rekap.nightly.Run;
import id.rekap.nightly.Runs;
import id.rekap.register.ImportResult;
import id.rekap.register.RegisterImport;
import id.rekap.register.RegisterRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;

/** A made-up regency on the embedded database: three nights, to look at. */
@Command(name = "demo", description = "A made-up regency with three published nights, to look at.")
final class DemoCommand extends NightCommand {
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2020, 7, 29);
    private static final int NIGHTS = 3;
    private static final long SEED = 20200713;
    private static final Set<String> CONFIGURATION = Set.of("application.yml", "jobs");

    private final List<Report> published = new ArrayList<>();

    private record Shown(String page, List<Report> nights) {}

    @Override
    boolean makesHome() {
        return true;
    }

    @Override
    public Integer call() {
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
    }

    /** Nor to a server that somebody has configured. */
    @Override
    Settings load(Path home) {
        return super.load(home).onEmbeddedDatabase();
    }

    @Override
    Database database(Settings settings) {
        return Bond.of(settings).make(clock(), true);
    }

    private int demo(Settings settings, Database database) {
        String page = home().resolve("reports/latest/summary.html").toUri().toString();
        Runs runs = new Runs(new JdbcTemplate(database.dataSource()));
        if (isPublished(runs, settings, NIGHTS)) {
            Terminal.err("The demo is there already: " + page);
            show(page);
            return Exit.NOTHING_TO_DO;
        }
        Path data = home().resolve("demo");
        int exit = nights(settings, database, runs, data);
        if (exit == Exit.DONE) {
            show(page);
        }
        return exit;
    }

    private int nights(Settings settings, Database database, Runs runs, Path data) {
        Regency regency = new Regency(SEED);
        try {
            if (!runs.hasRegister(FIRST_NIGHT)) {
                Modes.OPERATORS.makeFolders(data);
                regency.writeRegister(data, FIRST_NIGHT);
                importRegister(settings, database, data);
            }
            int exit = Exit.DONE;
            for (int night = 1; night <= NIGHTS && exit == Exit.DONE; night++) {
                if (isPublished(runs, settings, night)) {
                    continue;
                }
                LocalDate day = FIRST_NIGHT.plusDays(night - 1);
                // a run that was cut short has seen its files
                if (runs.latest(mandateId(settings), day).isEmpty()) {
                    regency.drop(night, home().resolve("inbox"));
                }
                exit = night(settings, database, day, false);
            }
            return exit;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's files cannot be written to " + home(), e);
        }
    }

    private boolean isPublished(Runs runs, Settings settings, int night) {
        return runs.latest(mandateId(settings), FIRST_NIGHT.plusDays(night - 1))
                .filter(run -> run.state() == Run.State.PUBLISHED)
                .isPresent();
    }

    /** One document for all three. */
    @Override
    int published(Report report) {
        published.add(report);
        return json() ? Exit.DONE : super.published(report);
    }

    private void show(String page) {
        if (json()) {
            printJson(new Shown(page, published));
        } else {
            Terminal.out("The morning page: " + page);
        }
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
