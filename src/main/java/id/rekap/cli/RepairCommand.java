package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.nightly.Repair;
import id.rekap.nightly.Repair.Repaired;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;

/** Makes a run that a crash left behind restartable. */
@Command(
        name = "repair",
        description = "Makes a run that a crash left behind restartable; refuses while its owner lives.")
final class RepairCommand extends NightCommand {
    @Override
    public Integer call() {
        Settings settings = settings();
        try (Database database = database(settings)) {
            return repair(settings, new Repair(database.dataSource()));
        }
    }

    private int repair(Settings settings, Repair repair) {
        String mandate = mandateId(settings);
        List<LocalDate> left = repair.leftBehind(mandate);
        LocalDate day = date == null ? left.stream().findFirst().orElse(null) : date;
        if (day == null || !left.contains(day)) {
            return nothing();
        }
        Repaired repaired = repair.repair(mandate, day, who(), clock().instant(), Terminal::err);
        if (repaired.before().isEmpty()) {
            return nothing();
        }
        if (json()) {
            printJson(repaired);
        } else {
            Terminal.out("Repaired " + day + ". Found: " + String.join(", ", repaired.before()) + ". Now: "
                    + String.join(", ", repaired.after()) + ". Next: ./rekap restart --date " + day
                    + (mandate.equals(settings.mandate()) ? "" : " --mandate " + mandate));
        }
        return Exit.DONE;
    }

    private int nothing() {
        Terminal.err("Nothing to repair" + (date == null ? "" : " for " + date)
                + ": no crash left a run behind. ./rekap status shows what is unfinished");
        return Exit.NOTHING_TO_DO;
    }
}
