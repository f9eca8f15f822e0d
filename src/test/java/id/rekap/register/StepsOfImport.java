package id.rekap.register;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * An import of people in the steps of its job, one after the other and without Batch's own tables, which are the larger part
 * of what a small import costs.
 */
public final class StepsOfImport {
    private final EmployeeImport.Office office;

    public StepsOfImport(DataSource database, Mandate mandate, RegisterRules rules, Clock clock, String who) {
        this.office = new EmployeeImport.Office(database, mandate, rules, clock, who);
    }

    /** What {@link RegisterImport#employees} does. */
    public ImportResult employees(Path file, LocalDate date, @Nullable Group group) {
        ImportRequest request = new ImportRequest(List.of(file), date, group, false, true);
        try (EmployeeImport register = EmployeeImport.begin(office, request, read -> {})) {
            if (!register.isDecided()) {
                walk(register);
            }
            return register.result();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void walk(EmployeeImport register) throws InterruptedException {
        for (ImportRowFeed.Block block = register.toCompare(); block != null; block = register.toCompare()) {
            register.read(block);
        }
        stage(register);
        register.match();
        stage(register);
        register.change();
    }

    private static void stage(EmployeeImport register) throws InterruptedException {
        for (ImportRowFeed.Block block = register.toStage(); block != null; block = register.toStage()) {
            register.stage(register.read(block));
        }
    }
}
