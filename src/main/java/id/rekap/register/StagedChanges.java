package id.rekap.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What of the staged rows is written by one statement for all of them. */
final class StagedChanges {
    /** Former numbers of new people. Two rows that name one are refused by the table's key. */
    private static final String NEW_FORMER_NUMBERS = """
            insert into employee_number (no, person, known_from)
            select f.no, s.no, ? from staged_former f join staged_employee s on s.seq = f.seq
             where s.person is null order by f.no""";

    /** One person's first number that is another one's other number: what no key finds. */
    private static final List<String> TAKEN = List.of("""
            select exists (select 1 from staged_employee s join employee_number n on n.no = s.no
                             join employee e on e.person = s.no)""", """
            select exists (select 1 from staged_former f join employee_number n on n.no = f.no
                             join employee e on e.person = f.no)""");

    /** By agency and number: in the order of the table. */
    private static final String NEW_PEOPLE = """
            insert into employee (person, agency, no, name, type, status, active, former, valid_from, valid_to)
            select no, agency, no, name, type, status, active, former, :from, :to from staged_employee
             where person is null and type in (:types) order by agency, no""";

    private static final String ENDED = """
            insert into staged_end (person, agency, no, name, type, active)
            select e.person, e.agency, e.no, e.name, e.type, e.active from employee e %s
              left join staged_match m on m.person = e.person
             where e.valid_from <= :date and e.valid_to > :date and e.type in (:types) and m.person is null""";
    private static final String OF_BUCKETS = "join staged_bucket b on b.bucket = crc32(e.no) & 65535";

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final LocalDate date;

    StagedChanges(JdbcTemplate jdbc, LocalDate date) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.date = date;
    }

    /** How many people end, and how many of them are active. */
    record Ends(int people, int active) {}

    /**
     * Writes people whom the register has never known; those whom it knows are written before.
     *
     * @param until up to which date each group's hold
     * @param isAnyKnown whether the register knows any row's person
     * @throws DuplicateKeyException where two rows name one number
     */
    void writeNewPeople(Map<List<String>, LocalDate> until, boolean isAnyKnown) {
        int numbers = jdbc.update(NEW_FORMER_NUMBERS, date);
        until.forEach((types, to) -> named.update(NEW_PEOPLE, Map.of("types", types, "from", date, "to", to)));
        if ((numbers > 0 || isAnyKnown)
                && TAKEN.stream().anyMatch(taken -> Boolean.TRUE.equals(jdbc.queryForObject(taken, Boolean.class)))) {
            throw new DuplicateKeyException("Two rows name one number");
        }
    }

    /** What people of the register are or were: asked before each run. */
    void writeTypes(Collection<String> types) {
        jdbc.batchUpdate(
                "insert into register_type (type) values (?) on duplicate key update type = values(type)",
                types,
                Staging.PAGE,
                (statement, type) -> statement.setString(1, type));
    }

    Set<String> agenciesOfNewPeople() {
        return new HashSet<>(
                jdbc.queryForList("select distinct agency from staged_employee where person is null", String.class));
    }

    /** Notes who stands in the register on the date, and in no row. */
    Ends findEnds(Collection<String> types, boolean onlyOfBuckets) {
        named.update(ENDED.formatted(onlyOfBuckets ? OF_BUCKETS : ""), Map.of("types", types, "date", date));
        return jdbc.queryForObject(
                "select count(*), coalesce(sum(active), 0) from staged_end",
                (row, n) -> new Ends(row.getInt(1), row.getInt(2)));
    }

    List<EmployeeVersion> firstEnds(int most) {
        return jdbc.query(
                "select *, '' as status, '' as former from staged_end order by agency, no limit " + most,
                (row, n) -> EmployeeStore.version(row));
    }

    List<String> ends(String after) {
        return new ArrayList<>(jdbc.queryForList(
                "select person from staged_end where person > ? order by person limit " + Staging.PAGE,
                String.class,
                after));
    }
}
