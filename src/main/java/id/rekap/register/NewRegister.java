package id.rekap.register;

import id.rekap.database.LoadedRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The first people of a register that has never had any: there is nobody to compare them with, so their rows go straight into
 * its tables, in the transaction that the import ends with. Where something is wrong they are taken back, and staged to find
 * out what.
 */
final class NewRegister {
    private static final String NEVER_ANY = """
            select not exists (select 1 from employee) and not exists (select 1 from employee_number)
               and not exists (select 1 from register_import where kind = 'EMPLOYEES')""";
    private static final String PEOPLE = "agency, no, valid_from, person, name, type, status, active, former";
    private static final String FORMER = "no, person, known_from";

    /** A former number that is somebody's own. */
    private static final String SHARED =
            "select exists (select 1 from employee_number n join employee e on e.person = n.no)";

    private final JdbcTemplate jdbc;
    private final RowsSent server;
    private final LocalDate date;
    private boolean isWhole = true;

    /** In a transaction that is open. */
    NewRegister(JdbcTemplate jdbc, RowsSent server, LocalDate date) {
        this.jdbc = jdbc;
        this.server = server;
        this.date = date;
    }

    /** Whether the register knows nobody, on no date, and no import speaks for one. */
    static boolean isNew(JdbcTemplate jdbc) {
        return Boolean.TRUE.equals(jdbc.queryForObject(NEVER_ANY, Boolean.class));
    }

    /** @param areRight whether no row is known to be wrong so far */
    void write(Collection<EmployeeRow> rows, boolean areRight) {
        attempt(() -> {
            if (areRight) {
                server.send("employee", PEOPLE, rows, this::person);
                server.send("employee_number", FORMER, formers(rows), former -> former);
            } else {
                server.await();
            }
        });
        isWhole &= areRight;
    }

    private List<List<Object>> formers(Collection<EmployeeRow> rows) {
        List<List<Object>> formers = new ArrayList<>();
        for (EmployeeRow row : rows) {
            row.former().forEach(no -> formers.add(List.of(no, row.standing().no(), date.toString())));
        }
        return formers;
    }

    private List<Object> person(EmployeeRow row) {
        Standing is = row.standing();
        String name = EmployeeReader.fitting(is.name());
        return List.of(
                is.agency(),
                is.no(),
                date.toString(),
                is.no(),
                name,
                is.type(),
                is.status(),
                is.active() ? 1 : 0,
                is.former());
    }

    /** The keys of the tables refuse a number that two rows name. */
    private void attempt(Runnable work) {
        if (!isWhole) {
            return;
        }
        try {
            work.run();
        } catch (DuplicateKeyException | LoadedRows.NotTaken e) {
            isWhole = false;
        }
    }

    /** Whether every row is written as it is, after the last one. */
    boolean isWhole() {
        attempt(() -> {
            server.await();
            isWhole = !Boolean.TRUE.equals(jdbc.queryForObject(SHARED, Boolean.class));
        });
        return isWhole;
    }

    /** By agency and number. */
    List<Standing> first(int most) {
        return jdbc.query(
                "select * from employee order by agency, no limit " + most, (row, n) -> EmployeeStore.standing(row));
    }

    /** Agencies, and since when they have people. */
    Map<String, LocalDate> touched() {
        return jdbc.queryForList("select distinct agency from employee", String.class).stream()
                .collect(Collectors.toMap(agency -> agency, agency -> date));
    }
}
