package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.demo.Regency;
import id.rekap.mandate.Mandate;
import id.rekap.register.ImportResult;
import id.rekap.register.RegisterImport;
import id.rekap.register.RegisterRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;

/** A made-up regency on the embedded database: three nights, to look at. */
@Command(name = "demo", description = "A made-up regency with three published nights, to look at.")
final class DemoCommand extends NightCommand {
    private static final LocalDate FIRST_NIGHT = LocalDate.of(2020, 7, 29);
    private static final int NIGHTS = 3;
    private static final long SEED = 20200713;

    @Override
    public Integer call() {
        if (System.getenv("REKAP_HOME") == null && home().equals(Path.of("home").toAbsolutePath())) {
            home(Path.of("home-demo").toAbsolutePath());
        }
        Settings settings = settings();
        Path data = home().resolve("demo");
        int exit = Exit.DONE;
        try (Database database = database(settings)) {
            Regency regency = new Regency(SEED);
            Files.createDirectories(data);
            regency.writeRegister(data, FIRST_NIGHT);
            importRegister(settings, database, data);
            for (int night = 1; night <= NIGHTS && exit == Exit.DONE; night++) {
                LocalDate day = FIRST_NIGHT.plusDays(night - 1);
                regency.drop(night, home().resolve("inbox"));
                exit = night(settings, database, day, false);
                exit = exit == Exit.NOTHING_TO_DO ? Exit.DONE : exit;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's files cannot be written to " + data, e);
        }
        if (exit == Exit.DONE) {
            System.out.println("The morning page: "
                    + home().resolve("reports/latest/summary.html").toUri());
        }
        return Signals.ended(exit);
    }

    private void importRegister(Settings settings, Database database, Path data) {
        Mandate mandate = mandate(settings);
        RegisterImport register =
                new RegisterImport(database.dataSource(), mandate, RegisterRules.load(settings.home()), clock(), who());
        accepted(register.agencies(data.resolve("agencies.csv"), FIRST_NIGHT, false));
        accepted(register.employees(
                List.of(data.resolve("employees.csv")), FIRST_NIGHT, null, false, false, rows -> {}));
    }

    private static void accepted(ImportResult result) {
        if (result.refused()) {
            throw new IllegalStateException("The demo's own register is refused");
        }
    }
}
