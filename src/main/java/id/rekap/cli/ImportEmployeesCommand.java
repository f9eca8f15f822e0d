package id.rekap.cli;

import id.rekap.mandate.Group;
import id.rekap.register.ImportList;
import id.rekap.register.ImportResult;
import id.rekap.register.RegisterImport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All employees of a date, or of one group. */
@Command(name = "employees", description = "The employees, as they all are from a date on.")
final class ImportEmployeesCommand extends ImportCommand.RegisterCommand {
    @Option(names = "--group", paramLabel = "GROUP", description = "Only this group: ASN or TENAGA_KONTRAK.")
    private @Nullable Group group;

    @Option(
            names = "--force",
            description = "Even if more than a tenth of the active people would end,"
                    + " or contract staff stand in the ASN's list of the same date.")
    private boolean force;

    /** The national export is of one group without saying so: then more nights are told than it concerns. */
    @Override
    Optional<LocalDate> nextAfter(ImportList imports, LocalDate from) {
        return imports.employeesAfter(from, group == null ? List.of(Group.values()) : List.of(group));
    }

    @Override
    ImportResult read(RegisterImport register, LocalDate date) {
        try (ProgressLine progress = new ProgressLine()) {
            progress.step("import");
            return register.employees(files, date, group, dryRun, force, rows -> progress.total(rows));
        }
    }
}
