package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.database.DatabaseUnusable;
import id.rekap.database.Diagnosis;
import id.rekap.mandate.ConfigurationInvalid;
import id.rekap.mandate.Mandates;
import id.rekap.register.RegisterRules;
import id.rekap.value.BusinessDay;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Checks what a night needs, a line each, and says what to do. */
@Command(
        name = "doctor",
        description = "Checks database, permissions, clock and zone, disk, stuck runs; says what to do.")
final class DoctorCommand extends HomeCommand {
    @Override
    public Integer call() {
        List<Diagnosis> found = new ArrayList<>(Checkup.ofHome(home()));
        found.add(zone());
        if (Files.exists(home())) {
            configuration(found).ifPresent(settings -> database(settings, found));
        }
        if (json()) {
            printJson(found);
        } else {
            found.forEach(d -> Terminal.out(Checkup.line(d)));
        }
        return found.stream().anyMatch(Diagnosis::fails) ? Exit.UNUSABLE : Exit.DONE;
    }

    /** Everything that commands read at their start, whichever they are. */
    private Optional<Settings> configuration(List<Diagnosis> found) {
        try {
            Settings settings = load(home());
            new Mandates(home()).others(settings.mandate());
            RegisterRules.load(home());
            found.add(Diagnosis.ok("configuration", "mandate " + settings.mandate()));
            return Optional.of(settings);
        } catch (Unusable | ConfigurationInvalid e) {
            found.add(Diagnosis.problem("configuration", String.valueOf(e.getMessage()), "correct it"));
            return Optional.empty();
        }
    }

    private static void database(Settings settings, List<Diagnosis> found) {
        try (Database database = HomeBinding.of(settings).look()) {
            found.addAll(Checkup.database(settings, database, clock()));
        } catch (DatabaseUnusable | Unusable e) {
            found.add(Diagnosis.problem("database", String.valueOf(e.getMessage()), "what it says"));
        }
    }

    /** Nothing depends on the machine's own zone. */
    private static Diagnosis zone() {
        return Diagnosis.ok(
                "zone",
                "business dates are of " + BusinessDay.ZONE + ", today " + orToday(null) + "; this machine is in "
                        + ZoneId.systemDefault());
    }
}
