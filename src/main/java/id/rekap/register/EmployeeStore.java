package id.rekap.register;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The employee tables as an import reads and writes them. */
final class EmployeeStore {
    // Dates go as text in batches: for each Date the driver makes a new date format, several times over.
    private static final int BATCH = 2000;
    private static final String COLUMNS =
            "person, agency, no, name, type, status, active, former, valid_from, valid_to";
    private static final String OF_PEOPLE =
            "select " + COLUMNS + " from employee where person in (:people) order by person, valid_from";
    private static final String DELETE = "delete from employee where agency = ? and no = ? and valid_from = ?";
    private static final String WRITE = """
            insert into employee (person, agency, no, name, type, status, active, former, valid_from, valid_to)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update name = values(name), type = values(type), status = values(status),
              active = values(active), former = values(former), valid_to = values(valid_to)""";
    private static final String FORGET = "delete from employee_number where no = ?";
    private static final String KNOW = "insert into employee_number (no, person, known_from) values (?, ?, ?)";
    private static final String ON_DATE = """
            select type, count(*) as people, coalesce(sum(active), 0) as active from employee
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

    /** How many people of each type, and how many of them are active. */
    record OnDate(Map<String, Integer> people, Map<String, Integer> active) {}

    /** A number other than its person's first, and the date from which it is known. */
    record Known(String no, String person, LocalDate from) {}

    boolean anybodyOn(LocalDate date) {
        return Boolean.TRUE.equals(jdbc.queryForObject(IN_FORCE, Boolean.class, date, date));
    }

    /** By the number that they are called by. */
    Map<String, History> of(Collection<String> people) {
        Map<String, List<Interval>> intervals = new LinkedHashMap<>();
        new NamedParameterJdbcTemplate(jdbc).query(OF_PEOPLE, Map.of("people", people), row -> {
            intervals
                    .computeIfAbsent(row.getString("person"), p -> new ArrayList<>())
                    .add(new Interval(
                            row.getObject("valid_from", LocalDate.class),
                            row.getObject("valid_to", LocalDate.class),
                            version(row)));
        });
        Map<String, History> histories = new LinkedHashMap<>();
        intervals.forEach((person, own) -> histories.put(person, new History(person, own)));
        return histories;
    }

    static EmployeeVersion version(ResultSet row) throws SQLException {
        return new EmployeeVersion(
                row.getString("agency"),
                row.getString("no"),
                row.getString("name"),
                row.getString("type"),
                row.getString("status"),
                row.getBoolean("active"),
                row.getString("former"));
    }

    void delete(Collection<Stored> gone) {
        jdbc.batchUpdate(DELETE, gone, BATCH, (statement, stored) -> {
            statement.setString(1, stored.interval().version().agency());
            statement.setString(2, stored.interval().version().no());
            statement.setString(3, stored.interval().from().toString());
        });
    }

    void write(Collection<Stored> intervals) {
        jdbc.batchUpdate(WRITE, intervals, BATCH, EmployeeStore::set);
    }

    private static void set(PreparedStatement statement, Stored stored) throws SQLException {
        EmployeeVersion version = stored.interval().version();
        statement.setString(1, stored.person());
        statement.setString(2, version.agency());
        statement.setString(3, version.no());
        statement.setString(4, version.name());
        statement.setString(5, version.type());
        statement.setString(6, version.status());
        statement.setBoolean(7, version.active());
        statement.setString(8, version.former());
        statement.setString(9, stored.interval().from().toString());
        statement.setString(10, stored.interval().to().toString());
    }

    void forget(Collection<String> numbers) {
        jdbc.batchUpdate(FORGET, numbers, BATCH, (statement, no) -> statement.setString(1, no));
    }

    void know(Collection<Known> numbers) {
        jdbc.batchUpdate(KNOW, numbers, BATCH, (statement, number) -> {
            statement.setString(1, number.no());
            statement.setString(2, number.person());
            statement.setString(3, number.from().toString());
        });
    }

    /** People of each type that somebody has. */
    OnDate on(LocalDate date) {
        OnDate on = new OnDate(new HashMap<>(), new HashMap<>());
        jdbc.query(
                ON_DATE,
                row -> {
                    on.people().put(row.getString("type"), row.getInt("people"));
                    on.active().put(row.getString("type"), row.getInt("active"));
                },
                date,
                date);
        return on;
    }
}
