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
    /** Current numbers other than the first of their person. Two rows that name one are refused by the table's key. */
    private static final String NEW_NUMBERS = """
            insert into employee_number (no, person, known_from)
            select s.no, s.person, ? from staged_employee s
              left join employee_number n on n.no = s.no and n.person = s.person
             where s.person <> s.no and n.no is null order by s.no""";

    private static final String NEW_FORMER_NUMBERS = """
            insert into employee_number (no, person, known_from)
            select f.no, coalesce(s.person, s.no), ? from staged_former f join staged_employee s on s.seq = f.seq
              left join employee_number n on n.no = f.no and n.person = coalesce(s.person, s.no)
             where n.no is null order by f.no""";

    /** New people under a number that has just been given to another row's person. */
    private static final String TAKEN = """
            select exists (select 1 from staged_employee s join employee_number n on n.no = s.no where s.person is null)""";

    private static final String EARLIER_NUMBERS = """
            update employee_number n join staged_match m on m.no = n.no join staged_employee s on s.seq = m.seq
               set n.known_from = ?
             where n.known_from > ? and (n.no <> n.person or n.no <> s.no)""";

    private static final List<String> TOUCHED_BY_NUMBERS = List.of("""
            select distinct s.agency from staged_employee s left join staged_match m on m.seq = s.seq and m.no = s.no
             where m.no is null or m.known_from is null or m.known_from > ?""", """
            select distinct s.agency from staged_former f join staged_employee s on s.seq = f.seq
              left join staged_match m on m.seq = f.seq and m.no = f.no
             where m.no is null or m.known_from is null or m.known_from > ?""");

    /** By agency and number: in the order of the table. */
    private static final String NEW_PEOPLE = """
            insert into employee (person, agency, no, name, type, status, active, valid_from, valid_to)
            select no, agency, no, name, type, status, active, :from, :to from staged_employee
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
     * Writes numbers that the register does not know, or not from the date on. A person's own first number, while they are
     * called by it, is known by their interval and by nothing else.
     *
     * @param isAnyKnown whether it knows one of them at all
     * @return the agencies of people whom it knows and who get numbers
     * @throws DuplicateKeyException where two rows name one number and not both are new people's own
     */
    Set<String> writeNumbers(boolean isAnyKnown) {
        int written = (isAnyKnown ? jdbc.update(NEW_NUMBERS, date) : 0) + jdbc.update(NEW_FORMER_NUMBERS, date);
        if (written > 0 && Boolean.TRUE.equals(jdbc.queryForObject(TAKEN, Boolean.class))) {
            throw new DuplicateKeyException("Two rows name one number");
        }
        if (!isAnyKnown) {
            return Set.of();
        }
        Set<String> touched = new HashSet<>();
        TOUCHED_BY_NUMBERS.forEach(query -> touched.addAll(jdbc.queryForList(query, String.class, date)));
        jdbc.update(EARLIER_NUMBERS, date, date);
        return touched;
    }

    /** What people of the register are or were: asked before each run. */
    void writeTypes(Collection<String> types) {
        jdbc.batchUpdate(
                "insert into register_type (type) values (?) on duplicate key update type = values(type)",
                types,
                Staging.PAGE,
                (statement, type) -> statement.setString(1, type));
    }

    /**
     * People whom the register has never known.
     *
     * @throws DuplicateKeyException where two of them have one number: a person begins once on a date
     */
    void writeNewPeople(Collection<String> types, LocalDate until) {
        named.update(NEW_PEOPLE, Map.of("types", types, "from", date, "to", until));
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

    List<Standing> firstEnds(int most) {
        return jdbc.query(
                "select *, '' as status from staged_end order by agency, no limit " + most,
                (row, n) -> EmployeeStore.standing(row));
    }

    List<String> ends(String after) {
        return new ArrayList<>(jdbc.queryForList(
                "select person from staged_end where person > ? order by person limit " + Staging.PAGE,
                String.class,
                after));
    }
}
