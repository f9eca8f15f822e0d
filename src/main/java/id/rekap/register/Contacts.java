package id.rekap.register;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** To whom agencies want their lists sent. Nothing that is published is made of these. */
public final class Contacts {
    private static final String ON = """
            select code, name, contact from agency
             where valid_from <= ? and valid_to > ? and contact <> '' order by code""";

    private final JdbcTemplate jdbc;

    public Contacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** An agency that has named one. */
    public record Contact(String agency, String name, String address) {
        /** Whose address it is, is nobody's business in a log. */
        @Override
        public String toString() {
            return "contact of " + agency;
        }
    }

    public List<Contact> on(LocalDate date) {
        return jdbc.query(
                ON,
                (row, i) -> new Contact(row.getString("code"), row.getString("name"), row.getString("contact")),
                date,
                date);
    }
}
