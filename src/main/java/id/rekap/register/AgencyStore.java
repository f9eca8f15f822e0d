package id.rekap.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes agencies: between two dates exactly what an import says holds. */
final class AgencyStore {
    private static final String REST = """
            insert into agency (code, valid_from, valid_to, name, parent, aliases, expected, contact)
            select code, ?, valid_to, name, parent, aliases, expected, contact
              from (select * from agency where code = ? and valid_from < ? and valid_to > ?) as beyond""";
    private static final String CLEAR = "delete from agency where code = ? and valid_from >= ? and valid_from < ?";
    private static final String CUT =
            "update agency set valid_to = ? where code = ? and valid_from < ? and valid_to > ?";
    private static final String ADD = """
            insert into agency (code, valid_from, valid_to, name, parent, aliases, expected, contact)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String ACTIVE = """
            select count(*) from employee
             where agency = ? and valid_from <= ? and valid_to > ? and active""";

    private final JdbcTemplate jdbc;

    AgencyStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Agency> on(LocalDate date) {
        return new Agencies(jdbc).on(date);
    }

    /** From the first date up to the second the agency is this, or is not. */
    void replace(String code, LocalDate from, LocalDate until, @Nullable Agency agency) {
        // What an interval says of the time after the window stays as a new interval of its own.
        jdbc.update(REST, until, code, until, until);
        jdbc.update(CLEAR, code, from, until);
        jdbc.update(CUT, from, code, from, from);
        if (agency != null) {
            jdbc.update(
                    ADD,
                    code,
                    from,
                    until,
                    agency.name(),
                    agency.parent(),
                    Aliases.joined(agency.aliases()),
                    agency.expected(),
                    agency.contact());
        }
    }

    int activePeople(String code, LocalDate date) {
        return Objects.requireNonNull(jdbc.queryForObject(ACTIVE, Integer.class, code, date, date));
    }
}
