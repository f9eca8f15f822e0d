package id.rekap.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Whose the staged rows are, by the numbers that the register knows. A statement may name a temporary table once. */
final class Matches {
    /** A person's own first number, while they are called by it, stands in {@code employee} alone. */
    private static final List<String> FIND = List.of("""
            insert into staged_match (seq, no, person, known_from)
            select s.seq, s.no, n.person, n.known_from
              from staged_employee s join employee_number n on n.no = s.no where s.no <> ''""", """
            insert into staged_match (seq, no, person, known_from)
            select f.seq, f.no, n.person, n.known_from
              from staged_former f join employee_number n on n.no = f.no""", """
            insert into staged_match (seq, no, person, known_from)
            select s.seq, s.no, e.person, e.valid_from
              from staged_employee s join employee e on e.person = s.no and e.no = s.no
            on duplicate key update known_from = least(staged_match.known_from, values(known_from))""", """
            insert into staged_match (seq, no, person, known_from)
            select f.seq, f.no, e.person, e.valid_from
              from staged_former f join employee e on e.person = f.no and e.no = f.no
            on duplicate key update known_from = least(staged_match.known_from, values(known_from))""", """
            update staged_employee s join staged_match m on m.seq = s.seq set s.person = m.person""");

    /** A person whose own first number was withdrawn is still called by it. */
    private static final String FORGOTTEN = """
            insert into staged_match (seq, no, person)
            select s.seq, s.no, s.no from staged_employee s
             where s.person is null and s.no <> '' and exists (select 1 from employee e where e.person = s.no)""";

    private static final String OF_FORGOTTEN = """
            update staged_employee s join staged_match m on m.seq = s.seq set s.person = m.person
             where m.known_from is null""";

    private static final String BEYOND = """
            select exists (
              select 1 from staged_match m join employee e on e.person = m.person
               where e.valid_from <= :date and e.valid_to > :date and e.type in (:types)
                 and not exists (select 1 from staged_bucket b where b.bucket = crc32(e.no) & 65535))""";

    private static final String TWO_PEOPLE = """
            select seq from staged_match where known_from is not null
             group by seq having min(person) <> max(person) order by seq""";
    private static final String TWO_ROWS =
            "select person from staged_match group by person having min(seq) <> max(seq) order by person";
    private static final String NAMELESS = """
            select distinct m.person from staged_match m
              left join employee_number n on n.no = m.person and n.person = m.person
             where m.no <> m.person and n.no is null
               and not exists (select 1 from employee e where e.person = m.person and e.no = m.person)""";

    private final JdbcTemplate jdbc;
    private final Staging staging;

    Matches(JdbcTemplate jdbc, Staging staging) {
        this.jdbc = jdbc;
        this.staging = staging;
    }

    /** Whether there are any. */
    boolean find() {
        if (!Boolean.TRUE.equals(jdbc.queryForObject("select exists (select 1 from employee)", Boolean.class))) {
            return false;
        }
        int known = FIND.stream().mapToInt(jdbc::update).sum();
        int forgotten = jdbc.update(FORGOTTEN);
        if (forgotten > 0) {
            jdbc.update(OF_FORGOTTEN);
        }
        return known + forgotten > 0;
    }

    /** Whether a staged row names a number of somebody whose row was not staged because their bucket is equal. */
    boolean beyond(LocalDate date, Collection<String> types) {
        return Boolean.TRUE.equals(new NamedParameterJdbcTemplate(jdbc)
                .queryForObject(BEYOND, Map.of("date", date, "types", types), Boolean.class));
    }

    /**
     * Tells what is wrong with rows that share a number or a person.
     *
     * @param twice whether to look for numbers that two rows name and the register does not know, even if nothing else is
     *     wrong
     */
    void conflicts(boolean twice, ImportProblems problems) {
        TreeSet<Long> rows = new TreeSet<>(longs(TWO_PEOPLE));
        List<String> people = jdbc.queryForList(TWO_ROWS, String.class);
        rows.addAll(longs("select seq from staged_match where person in (%s)", people));
        List<String> nameless = jdbc.queryForList(NAMELESS, String.class);
        rows.addAll(longs("select seq from staged_former where no in (%s)", nameless));
        rows.addAll(longs("select seq from staged_match where person in (%s)", nameless));
        if (twice || !rows.isEmpty()) {
            problems.uncounted(twice(rows));
        }
        explain(new ArrayList<>(rows), problems);
    }

    private long twice(Collection<Long> rows) {
        String[] last = {""};
        long[] first = {0};
        long[] more = {0};
        int[] found = {0};
        staging.numbers((no, row) -> {
            if (!no.equals(last[0])) {
                last[0] = no;
                first[0] = row;
            } else if (found[0] < ImportProblems.MOST) {
                found[0]++;
                rows.add(first[0]);
                rows.add(row);
            } else {
                more[0]++;
            }
        });
        return more[0];
    }

    private void explain(List<Long> rows, ImportProblems problems) {
        List<Long> some = rows.subList(0, Math.min(rows.size(), 3 * ImportProblems.MOST));
        problems.uncounted(rows.size() - (long) some.size());
        Conflicts conflicts = new Conflicts(problems);
        List<EmployeeStore.Known> known = new ArrayList<>();
        for (int from = 0; from < some.size(); from += Staging.PAGE) {
            List<Long> page = some.subList(from, Math.min(some.size(), from + Staging.PAGE));
            conflicts.rows(staging.rows(page));
            jdbc.query(
                    "select no, person from staged_match where known_from is not null and seq in ("
                            + String.join(",", Collections.nCopies(page.size(), "?")) + ")",
                    row -> {
                        known.add(new EmployeeStore.Known(row.getString(1), row.getString(2)));
                    },
                    page.toArray());
        }
        known.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(EmployeeStore.Known::no))
                .forEach(number -> conflicts.registered(number.no(), number.person()));
    }

    private List<Long> longs(String query) {
        return jdbc.queryForList(query, Long.class);
    }

    private List<Long> longs(String query, List<String> of) {
        List<Long> found = new ArrayList<>();
        for (int from = 0; from < of.size(); from += Staging.PAGE) {
            List<String> page = of.subList(from, Math.min(of.size(), from + Staging.PAGE));
            found.addAll(jdbc.queryForList(
                    query.formatted(String.join(",", Collections.nCopies(page.size(), "?"))),
                    Long.class,
                    page.toArray()));
        }
        return found;
    }
}
