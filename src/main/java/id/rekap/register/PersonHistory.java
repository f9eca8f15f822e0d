package id.rekap.register;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The intervals in which the register has a person. */
public final class PersonHistory {
    private static final LocalDate FOR_GOOD = LocalDate.of(9999, 12, 31);

    private PersonHistory() {}

    /**
     * One of them.
     *
     * @param to the first day on which it holds no longer
     */
    public record Since(String agency, String type, String status, boolean active, LocalDate from, LocalDate to) {
        public boolean holdsOn(LocalDate date) {
            return !from.isAfter(date) && to.isAfter(date);
        }

        public boolean isForGood() {
            return to.equals(FOR_GOOD);
        }
    }

    /** The oldest first. */
    public static List<Since> of(Person person, JdbcTemplate jdbc) {
        return jdbc.query(
                """
                select agency, type, status, active, valid_from, valid_to from employee where person = ?
                order by valid_from""",
                (r, i) -> new Since(
                        r.getString("agency"),
                        r.getString("type"),
                        r.getString("status"),
                        r.getBoolean("active"),
                        r.getObject("valid_from", LocalDate.class),
                        r.getObject("valid_to", LocalDate.class)),
                person.id());
    }
}
