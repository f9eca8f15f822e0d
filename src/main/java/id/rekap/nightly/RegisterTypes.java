package id.rekap.nightly;

import id.rekap.mandate.ConfigurationInvalid;
import id.rekap.mandate.EmploymentType;
import id.rekap.mandate.Mandate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Employment types of the register, beside those of a mandate: it counts by type, so it has to know each. */
public final class RegisterTypes {
    private static final String CODES = "select type from register_type where ended is null or ended > ? order by type";

    /** Reads everybody where nobody has it, for a type that the mandate lacks and that has not ended only. */
    private static final String ACTIVE = """
            select exists (
              select 1 from employee where type = ? and active = true and valid_to > ? and valid_from <= ?)""";

    private RegisterTypes() {}

    /**
     * Checks that a mandate knows the types of everybody who is active on a date.
     *
     * @throws ConfigurationInvalid where it lacks one
     */
    public static void check(DataSource dataSource, Mandate mandate, LocalDate date) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        Set<String> known = mandate.types().stream().map(EmploymentType::code).collect(Collectors.toSet());
        List<String> lacking = new ArrayList<>();
        for (String type : jdbc.queryForList(CODES, String.class, date)) {
            if (!known.contains(type)
                    && Boolean.TRUE.equals(jdbc.queryForObject(ACTIVE, Boolean.class, type, date, date))) {
                lacking.add(type);
            }
        }
        if (!lacking.isEmpty()) {
            throw new ConfigurationInvalid("jobs/mandates/" + mandate.id() + ".yml: the key types lacks "
                    + String.join(", ", lacking) + ", which active people of the register on " + date
                    + " have; it lists "
                    + mandate.types().stream().map(EmploymentType::code).collect(Collectors.joining(", "))
                    + ". Add each with its group to HOME/jobs/mandates/" + mandate.id() + ".yml");
        }
    }
}
