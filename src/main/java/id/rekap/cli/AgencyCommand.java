package id.rekap.cli;

import id.rekap.database.Database;
import id.rekap.nightly.RunStore;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Option;

/** What the commands share that help an agency before it sends its list. */
abstract class AgencyCommand extends NightCommand {
    @Option(names = "--agency", required = true, paramLabel = "CODE", description = "The agency's code or an alias.")
    private String agency = "";

    /** Does the work where the register holds on the date and has the agency. */
    int ofAgency() {
        Settings settings = settings();
        try (Database database = database(settings)) {
            LocalDate day = orToday(date);
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            if (!new RunStore(jdbc).hasRegister(day)) {
                return noRegister(day);
            }
            Optional<Agency> named = new Agencies(jdbc).directory(day).named(agency.strip());
            if (named.isEmpty()) {
                Terminal.err("The register of " + day + " has no agency with the code or alias \"" + agency
                        + "\"; reports/latest/agencies.csv lists the codes");
                return Exit.UNUSABLE;
            }
            return work(settings, database, day, named.get());
        }
    }

    abstract int work(Settings settings, Database database, LocalDate day, Agency agency);
}
