package id.rekap.nightly;

import id.rekap.mandate.EmploymentType;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.MandateInvalid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Employment types of the register, beside those of a mandate: it counts by type, so it has to know each. */
public final class RegisterTypes {
    /** From one to the next along the index: neither server is sure to skip there by itself. */
    private static final String NEXT =
            "select type from employee force index (employee_type) where type > ? order by type limit 1";

    private static final String ACTIVE = """
            select 1 from employee force index (employee_type)
            where type = ? and active = true and valid_to > ? and valid_from <= ? limit 1""";

    private RegisterTypes() {}

    /**
     * Checks that a mandate knows the types of everybody who is active on a date.
     *
     * @throws MandateInvalid where it lacks one
     */
    public static void check(DataSource dataSource, Mandate mandate, LocalDate date) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        Set<String> known = mandate.types().stream().map(EmploymentType::code).collect(Collectors.toSet());
        List<String> lacking = new ArrayList<>();
        for (String type : ever(jdbc)) {
            if (!known.contains(type)
                    && !jdbc.queryForList(ACTIVE, Integer.class, type, date, date)
                            .isEmpty()) {
                lacking.add(type);
            }
        }
        if (!lacking.isEmpty()) {
            throw new MandateInvalid("jobs/mandates/" + mandate.id() + ".yml: the key types lacks "
                    + String.join(", ", lacking) + ", which active people of the register on " + date
                    + " have; it lists "
                    + mandate.types().stream().map(EmploymentType::code).collect(Collectors.joining(", "))
                    + ". Add each with its group to HOME/jobs/mandates/" + mandate.id() + ".yml");
        }
    }

    /** Every type that the register has or had. */
    private static List<String> ever(JdbcTemplate jdbc) {
        List<String> types = new ArrayList<>();
        List<String> next = jdbc.queryForList(NEXT, String.class, "");
        while (!next.isEmpty()) {
            types.addAll(next);
            next = jdbc.queryForList(NEXT, String.class, next.get(0));
        }
        return types;
    }
}
