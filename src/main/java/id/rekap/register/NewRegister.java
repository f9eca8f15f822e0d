package id.rekap.register;

import id.rekap.database.LoadedRows;
import id.rekap.database.Marks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The first people of a register that has never had any: there is nobody to compare them with, so their rows go straight into
 * its tables, by turns on two connections, since a server writes what one of them sends with one processor. Where something is
 * wrong they are taken back, and staged to find out what.
 */
final class NewRegister implements AutoCloseable {
    private static final String NEVER_ANY = """
            select not exists (select 1 from employee) and not exists (select 1 from employee_number)
               and not exists (select 1 from register_import where kind = 'EMPLOYEES')""";
    private static final String PEOPLE = "agency, no, valid_from, person, name, type, status, active, former";
    private static final String FORMER = "no, person, known_from";

    private static final String FORMERS =
            "select no from employee_number where no > ? order by no limit " + Staging.PAGE;
    private static final String ANY_OF = "select exists (select 1 from employee where person in (%s))";

    /** A number that rows on both connections name waits for whom it belongs to; nobody else writes here. */
    private static final int WAIT_SECONDS = 2;

    private final ImportConnection one;
    private final ImportConnection other;
    private final RowsSent onOne;
    private final RowsSent onOther;
    private final LocalDate date;
    private boolean isOthersTurn;
    private boolean isWhole = true;

    /**
     * Begins a transaction on both.
     *
     * @param one the import's; its transaction ends with the import
     * @param server what the import sends goes by it
     */
    NewRegister(ImportConnection one, ImportConnection other, RowsSent server, LocalDate date) {
        this.one = one;
        this.other = other;
        this.onOne = server;
        this.onOther = new RowsSent(other.jdbc());
        this.date = date;
        for (ImportConnection each : List.of(one, other)) {
            each.jdbc()
                    .execute("set @rekap_patience = @@session.innodb_lock_wait_timeout,"
                            + " session innodb_lock_wait_timeout = " + WAIT_SECONDS);
            each.begin();
        }
    }

    /** Whether the register knows nobody, on no date, and no import speaks for one. */
    static boolean isNew(JdbcTemplate jdbc) {
        return Boolean.TRUE.equals(jdbc.queryForObject(NEVER_ANY, Boolean.class));
    }

    /** @param areRight whether no row is known to be wrong so far */
    void write(Collection<EmployeeRow> rows, boolean areRight) {
        attempt(() -> {
            if (areRight) {
                (isOthersTurn ? onOther : onOne).send("employee", PEOPLE, rows, this::person);
                onOne.send("employee_number", FORMER, formers(rows), former -> former);
                isOthersTurn = !isOthersTurn;
            } else {
                await();
            }
        });
        isWhole &= areRight;
    }

    private void await() {
        onOne.await();
        onOther.await();
    }

    private List<List<Object>> formers(Collection<EmployeeRow> rows) {
        List<List<Object>> formers = new ArrayList<>();
        for (EmployeeRow row : rows) {
            row.former().forEach(no -> formers.add(List.of(no, row.version().no(), date.toString())));
        }
        return formers;
    }

    private List<Object> person(EmployeeRow row) {
        EmployeeVersion is = row.version();
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

    /** The keys of the tables refuse a number that two rows name, or have one wait for the other. */
    private void attempt(Runnable work) {
        if (!isWhole) {
            return;
        }
        try {
            work.run();
        } catch (DuplicateKeyException | PessimisticLockingFailureException | LoadedRows.NotTaken e) {
            isWhole = false;
        }
    }

    /** Whether every row is written as it is, after the last one. */
    boolean isWhole() {
        attempt(() -> {
            await();
            isWhole = !isAnyFormerOwn();
        });
        return isWhole;
    }

    /** Whether a former number is somebody's own: the one connection has all former numbers, and each its own people. */
    private boolean isAnyFormerOwn() {
        String after = "";
        for (List<String> some = formers(after); !some.isEmpty(); some = formers(after)) {
            String anyOf = ANY_OF.formatted(Marks.of(some));
            for (ImportConnection each : List.of(one, other)) {
                if (Boolean.TRUE.equals(each.jdbc().queryForObject(anyOf, Boolean.class, some.toArray()))) {
                    return true;
                }
            }
            after = some.get(some.size() - 1);
        }
        return false;
    }

    private List<String> formers(String after) {
        return one.jdbc().queryForList(FORMERS, String.class, after);
    }

    /** By agency and number. */
    List<EmployeeVersion> first(int most) {
        List<EmployeeVersion> first = new ArrayList<>();
        for (ImportConnection each : List.of(one, other)) {
            first.addAll(each.jdbc()
                    .query(
                            "select * from employee order by agency, no limit " + most,
                            (row, n) -> EmployeeStore.version(row)));
        }
        first.sort(Comparator.comparing(EmployeeVersion::agency).thenComparing(EmployeeVersion::no));
        return first.subList(0, Math.min(most, first.size()));
    }

    /** Agencies, and since when they have people. */
    Map<String, LocalDate> touched() {
        Map<String, LocalDate> touched = new TreeMap<>();
        for (ImportConnection each : List.of(one, other)) {
            each.jdbc()
                    .queryForList("select distinct agency from employee", String.class)
                    .forEach(agency -> touched.put(agency, date));
        }
        return touched;
    }

    /** Right before the import's own transaction is committed: until it is, what there is of people is marked as a part. */
    void commitOther() {
        HalfRegister.commit(other);
        HalfRegister.isWhole(one.jdbc());
    }

    /** Takes back what is not committed. */
    @Override
    public void close() {
        try (other) {
            end(other, onOther);
        } finally {
            end(one, onOne);
        }
    }

    private static void end(ImportConnection connection, RowsSent server) {
        try {
            server.await();
        } catch (DataAccessException | LoadedRows.NotTaken goesWithTheOthers) {
            // nobody else may use a connection on which rows are on their way
        }
        connection.undo();
        connection.jdbc().execute("set session innodb_lock_wait_timeout = @rekap_patience");
    }
}
