package id.rekap.nightly;

import id.rekap.mandate.EmploymentType;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.MandateInvalid;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Employment types of the register, beside those of a mandate: it counts by type, so it has to know each. */
public final class RegisterTypes {
    private static final String ACTIVE = """
            select distinct type from employee
             where valid_from <= ? and valid_to > ? and active order by type""";

    private RegisterTypes() {}

    /**
     * Checks that a mandate knows the types of everybody who is active on a date.
     *
     * @throws MandateInvalid where it lacks one
     */
    public static void check(DataSource dataSource, Mandate mandate, LocalDate date) {
        List<String> lacking = new JdbcTemplate(dataSource).queryForList(ACTIVE, String.class, date, date);
        lacking.removeAll(mandate.types().stream().map(EmploymentType::code).toList());
        if (!lacking.isEmpty()) {
            throw new MandateInvalid("jobs/mandates/" + mandate.id() + ".yml: the key types lacks "
                    + String.join(", ", lacking) + ", which active people of the register on " + date
                    + " have; it lists "
                    + mandate.types().stream().map(EmploymentType::code).collect(Collectors.joining(", "))
                    + ". Add each with its group to HOME/jobs/mandates/" + mandate.id() + ".yml");
        }
    }
}
