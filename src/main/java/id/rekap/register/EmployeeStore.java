package id.rekap.register;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The employee tables as an import reads and writes them. */
final class EmployeeStore {
    // Dates go as text in batches: for each Date the driver makes a new date format, several times over.
    private static final int BATCH = 2000;
    private static final String COLUMNS = "person, agency, no, name, type, status, active, valid_from, valid_to";
    private static final String OF_PEOPLE =
            "select " + COLUMNS + " from employee where person in (:people) order by person, valid_from";
    private static final String NUMBERS_OF = """
            select no, person from employee_number where person in (:people) and known_from = :date""";
    private static final String DELETE = "delete from employee where agency = ? and no = ? and valid_from = ?";
    private static final String WRITE = """
            insert into employee (person, agency, no, name, type, status, active, valid_from, valid_to)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update person = values(person), name = values(name), type = values(type),
              status = values(status), active = values(active), valid_to = values(valid_to)""";
    private static final String FORGET = """
            delete from employee_number
             where no = ? and not exists (select 1 from employee e where e.person = employee_number.person
                                             and e.no = employee_number.no)""";
    private static final String FORGET_ALL = """
            delete from employee_number
             where person = ? and not exists (select 1 from employee e where e.person = employee_number.person)""";
    private static final String ACTIVE = """
            select type, coalesce(sum(active), 0) as people from employee
             where valid_from <= ? and valid_to > ? group by type""";
    private static final String IN_FORCE =
            "select exists (select 1 from employee where valid_from <= ? and valid_to > ?)";

    private final JdbcTemplate jdbc;

    EmployeeStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Without this the driver holds a whole result in memory; no other statement may run while it is read. */
    static JdbcTemplate streaming(JdbcTemplate jdbc) {
        JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        streaming.setFetchSize(Integer.MIN_VALUE);
        return streaming;
    }

    /** An interval as it is stored. */
    record Stored(String person, Interval interval) {}

    /** A number and whose it is. */
    record Known(String no, String person) {}

    boolean anybodyOn(LocalDate date) {
        return Boolean.TRUE.equals(jdbc.queryForObject(IN_FORCE, Boolean.class, date, date));
    }

    /** Numbers of these people that an import of this date was the first to name. */
    List<Known> named(Collection<String> people, LocalDate date) {
        return new NamedParameterJdbcTemplate(jdbc)
                .query(
                        NUMBERS_OF,
                        Map.of("people", people, "date", date),
                        (row, n) -> new Known(row.getString(1), row.getString(2)));
    }

    Map<String, List<Interval>> of(Collection<String> people) {
        Map<String, List<Interval>> intervals = new HashMap<>();
        new NamedParameterJdbcTemplate(jdbc).query(OF_PEOPLE, Map.of("people", people), row -> {
            intervals
                    .computeIfAbsent(row.getString("person"), p -> new ArrayList<>())
                    .add(new Interval(
                            row.getObject("valid_from", LocalDate.class),
                            row.getObject("valid_to", LocalDate.class),
                            standing(row)));
        });
        return intervals;
    }

    static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getString("agency"),
                row.getString("no"),
                row.getString("name"),
                row.getString("type"),
                row.getString("status"),
                row.getBoolean("active"));
    }

    void delete(Collection<Stored> gone) {
        jdbc.batchUpdate(DELETE, gone, BATCH, (statement, stored) -> {
            statement.setString(1, stored.interval().standing().agency());
            statement.setString(2, stored.interval().standing().no());
            statement.setString(3, stored.interval().from().toString());
        });
    }

    void write(Collection<Stored> intervals) {
        jdbc.batchUpdate(WRITE, intervals, BATCH, EmployeeStore::set);
    }

    private static void set(PreparedStatement statement, Stored stored) throws SQLException {
        Standing standing = stored.interval().standing();
        statement.setString(1, stored.person());
        statement.setString(2, standing.agency());
        statement.setString(3, standing.no());
        statement.setString(4, standing.name());
        statement.setString(5, standing.type());
        statement.setString(6, standing.status());
        statement.setBoolean(7, standing.active());
        statement.setString(8, stored.interval().from().toString());
        statement.setString(9, stored.interval().to().toString());
    }

    /** Forgets numbers that are no person's in any interval. */
    void forget(Collection<String> numbers) {
        jdbc.batchUpdate(FORGET, numbers, BATCH, (statement, no) -> statement.setString(1, no));
    }

    /** Forgets the numbers of people whom no interval names any more. */
    void forgetPeople(Collection<String> people) {
        jdbc.batchUpdate(FORGET_ALL, people, BATCH, (statement, person) -> statement.setString(1, person));
    }

    /** Active people of each type that somebody has. */
    Map<String, Integer> activeByType(LocalDate date) {
        Map<String, Integer> people = new HashMap<>();
        jdbc.query(
                ACTIVE,
                row -> {
                    people.put(row.getString("type"), row.getInt("people"));
                },
                date,
                date);
        return people;
    }
}
