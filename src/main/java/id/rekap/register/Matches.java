package id.rekap.register;

import id.rekap.database.Marks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Whose the staged rows are, by the numbers that the register knows. A statement may name a temporary table once. */
final class Matches {
    /** A person's first number stands in {@code employee} alone. */
    private static final List<String> FIND = List.of("""
            insert into staged_match (seq, no, person)
            select s.seq, s.no, n.person from staged_employee s join employee_number n on n.no = s.no where s.no <> ''""", """
            insert into staged_match (seq, no, person)
            select s.seq, s.no, s.no from staged_employee s
             where s.no <> '' and exists (select 1 from employee e where e.person = s.no)
            on duplicate key update person = values(person)""", """
            insert into staged_match (seq, no, person)
            select f.seq, f.no, n.person from staged_former f join employee_number n on n.no = f.no""", """
            insert into staged_match (seq, no, person)
            select f.seq, f.no, f.no from staged_former f
             where exists (select 1 from employee e where e.person = f.no)
            on duplicate key update person = values(person)""");

    private static final String OF_ROWS =
            "update staged_employee s join staged_match m on m.seq = s.seq set s.person = m.person";

    private static final String BEYOND = """
            select exists (
              select 1 from staged_match m join employee e on e.person = m.person
               where e.valid_from <= :date and e.valid_to > :date and e.type in (:types)
                 and not exists (select 1 from staged_bucket b where b.bucket = crc32(e.no) & 65535))""";

    private static final String TWO_ROWS =
            "select person from staged_match group by person having min(seq) <> max(seq) order by person";

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
        return known > 0 && jdbc.update(OF_ROWS) > 0;
    }

    /** Whether a staged row names a number of somebody whose row was not staged because their bucket is equal. */
    boolean beyond(LocalDate date, Collection<String> types) {
        return Boolean.TRUE.equals(new NamedParameterJdbcTemplate(jdbc)
                .queryForObject(BEYOND, Map.of("date", date, "types", types), Boolean.class));
    }

    /** Rows that share a person with another row. */
    Set<Long> shared() {
        return new TreeSet<>(
                longs("select seq from staged_match where person in (%s)", jdbc.queryForList(TWO_ROWS, String.class)));
    }

    /** Tells of numbers that two rows name. */
    void conflicts(ImportProblems problems) {
        TreeSet<Long> rows = new TreeSet<>();
        problems.uncounted(twice(rows));
        Conflicts conflicts = new Conflicts(problems);
        List<Long> all = List.copyOf(rows);
        for (int from = 0; from < all.size(); from += Staging.PAGE) {
            conflicts.rows(staging.rows(all.subList(from, Math.min(all.size(), from + Staging.PAGE))));
        }
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

    private List<Long> longs(String query, List<String> of) {
        List<Long> found = new ArrayList<>();
        for (int from = 0; from < of.size(); from += Staging.PAGE) {
            List<String> page = of.subList(from, Math.min(of.size(), from + Staging.PAGE));
            found.addAll(jdbc.queryForList(query.formatted(Marks.of(page)), Long.class, page.toArray()));
        }
        return found;
    }
}
