package id.rekap.register;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Brings the register up to what files say holds from a date on: all of it in one transaction, or nothing and the list of
 * reasons. An import of an older date holds until the next import's date.
 */
public final class RegisterImport {
    private final DataSource database;
    private final Mandate mandate;
    private final RegisterRules rules;
    private final Clock clock;
    private final String who;

    /**
     * An import into that database.
     *
     * @param who imports, for the audit log
     */
    public RegisterImport(DataSource database, Mandate mandate, RegisterRules rules, Clock clock, String who) {
        this.database = database;
        this.mandate = mandate;
        this.rules = rules;
        this.clock = clock;
        this.who = who;
    }

    /**
     * The whole list of agencies as of the date.
     *
     * @param force also when more than a tenth of the agencies would end
     */
    public ImportResult agencies(Path file, LocalDate date, boolean dryRun, boolean force) {
        List<Problem> problems = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Map<String, Agency> agencies = AgencyImport.read(file, problems, warnings);
        if (!problems.isEmpty()) {
            return ImportResult.refused(problems);
        }
        try (ImportConnection connection = ImportConnection.open(database)) {
            return connection.transaction(
                    dryRun,
                    jdbc -> new AgencyImport(new AgencyStore(jdbc), new ImportLog(jdbc, clock, who))
                            .apply(file, date, agencies, warnings, force));
        }
    }

    /**
     * The whole register as of the date.
     *
     * @param files together
     * @param group when the files are the whole of one group only; the national export is of ASN without saying so
     * @param force also when more than a tenth of the active people would end
     * @param progress takes the number of rows read so far, now and then
     */
    public ImportResult employees(
            List<Path> files,
            LocalDate date,
            @Nullable Group group,
            boolean dryRun,
            boolean force,
            IntConsumer progress) {
        ImportRequest request = new ImportRequest(files, date, group, dryRun, force);
        EmployeeImport.Office office = new EmployeeImport.Office(database, mandate, rules, clock, who);
        try (EmployeeImport register = EmployeeImport.begin(office, request, progress)) {
            if (!register.isDecided()) {
                RegisterImportLauncher.run(database, register, request);
            }
            return register.result();
        }
    }
}
