package id.rekap.register;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register's agencies, as of any date. */
public final class Agencies {
    private static final String ON = """
            select code, name, parent, aliases, expected, contact
              from agency
             where valid_from <= ? and valid_to > ?
             order by code""";

    private final JdbcTemplate jdbc;

    public Agencies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Every agency that holds on the date, by code. */
    public List<Agency> on(LocalDate date) {
        return jdbc.query(
                ON,
                (row, n) -> new Agency(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("parent"),
                        Aliases.split(row.getString("aliases")),
                        row.getBoolean("expected"),
                        row.getString("contact")),
                date,
                date);
    }

    public AgencyDirectory directory(LocalDate date) {
        return new AgencyDirectory(on(date));
    }
}
