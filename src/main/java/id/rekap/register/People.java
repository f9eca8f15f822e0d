package id.rekap.register;

import id.rekap.database.Marks;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks people up in the register as of a date. */
public final class People {
    private static final int ROSTER_PAGE = 20_000;
    private static final int IN_AT_ONCE = 1_000;

    private static final char BETWEEN = '\u001f';

    /**
     * Keyset pages: bounded memory, and no cursor that would hold the connection. A person is one text, the name last since
     * anything may be in it: three texts fewer a row were a quarter of this query's time.
     */
    private static final String ROSTER = """
            select agency, concat_ws(char(31), no, person, type, name) from employee
            where agency in (%s) and no > ? and valid_from <= ? and valid_to > ? and active
            order by agency, no limit\s""" + ROSTER_PAGE;

    private static final String NUMBERS_OF_AGENCIES =
            "select no from employee where agency in (%s) and valid_from <= ? and valid_to > ? and active";

    private static final String INTERVALS = """
            select %s as asked, e.person, e.no, e.name, e.type, e.agency, e.status, e.active, e.valid_from, e.valid_to
            from\s""";

    /** A person's own first number is known since they were first called by it. */
    private static final String BY_OWN_NUMBER = INTERVALS.formatted("e.person") + """
            employee e where e.valid_from <= ? and e.person in (%s) and exists (
              select 1 from employee o where o.person = e.person and o.no = e.person and o.valid_from <= ?)""";

    private static final String BY_ANOTHER_NUMBER = INTERVALS.formatted("n.no") + """
            employee_number n join employee e on e.person = n.person and e.valid_from <= ?
            where n.no in (%s) and n.known_from <= ?""";

    private static final String NUMBERS = """
            select person, no from employee_number where person in (%s) and known_from <= ?
            union select person, no from employee where person in (%s) and no = person and valid_from <= ?
            order by person, no""";

    private final JdbcTemplate jdbc;

    public People(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Active people of each of these agencies in order of number. */
    public Map<String, List<Person>> rosters(Collection<String> agencies, LocalDate on) {
        Map<String, List<Person>> rosters = new TreeMap<>();
        agencies.forEach(agency -> rosters.put(agency, new ArrayList<>()));
        if (page(List.copyOf(rosters.keySet()), "", on, rosters) == ROSTER_PAGE) {
            // too many for one page: each agency by itself, and as many pages as it has
            rosters.forEach((agency, roster) -> {
                roster.clear();
                String after = "";
                while (page(List.of(agency), after, on, rosters) == ROSTER_PAGE) {
                    after = roster.get(roster.size() - 1).no();
                }
            });
        }
        return rosters;
    }

    private int page(List<String> agencies, String after, LocalDate on, Map<String, List<Person>> rosters) {
        if (agencies.isEmpty()) {
            return 0;
        }
        List<Object> arguments = new ArrayList<>(agencies);
        Collections.addAll(arguments, after, on, on);
        int[] rows = {0};
        jdbc.query(
                ROSTER.formatted(Marks.of(agencies)),
                r -> {
                    String agency = r.getString(1);
                    List<Person> roster = rosters.computeIfAbsent(agency, a -> new ArrayList<>());
                    roster.add(person(roster.isEmpty() ? agency : roster.get(0).agency(), r.getString(2), roster));
                    rows[0]++;
                },
                arguments.toArray());
        return rows[0];
    }

    /** The current numbers of the active people of these agencies. */
    public Set<String> numbers(Collection<String> agencies, LocalDate on) {
        Set<String> numbers = new HashSet<>();
        List<Object> arguments = new ArrayList<>(agencies);
        Collections.addAll(arguments, on, on);
        jdbc.query(
                NUMBERS_OF_AGENCIES.formatted(Marks.of(agencies)),
                r -> {
                    numbers.add(r.getString(1));
                },
                arguments.toArray());
        return numbers;
    }

    /** Most people have kept their first number, and nearly all of a roster one type: each is one text in memory. */
    private static Person person(String agency, String text, List<Person> before) {
        int endOfNo = text.indexOf(BETWEEN);
        int endOfPerson = text.indexOf(BETWEEN, endOfNo + 1);
        int endOfType = text.indexOf(BETWEEN, endOfPerson + 1);
        String no = text.substring(0, endOfNo);
        String person = text.substring(endOfNo + 1, endOfPerson);
        String type = text.substring(endOfPerson + 1, endOfType);
        Person last = before.isEmpty() ? null : before.get(before.size() - 1);
        return new Person(
                person.equals(no) ? no : person,
                no,
                text.substring(endOfType + 1),
                last != null && last.type().equals(type) ? last.type() : type,
                agency,
                "",
                true,
                null);
    }

    /**
     * Whom these numbers, current or former, mean on a date; numbers that the register has never known by then are absent.
     */
    public Map<String, Person> byNumber(Collection<String> numbers, LocalDate on) {
        Map<String, Found> latest = new HashMap<>();
        // the register holds ASCII only, and a server refuses to compare anything else with it
        List<String> asked = numbers.stream()
                .filter(StandardCharsets.US_ASCII.newEncoder()::canEncode)
                .toList();
        for (int from = 0; from < asked.size(); from += IN_AT_ONCE) {
            List<String> some = asked.subList(from, Math.min(asked.size(), from + IN_AT_ONCE));
            for (String whose : List.of(BY_OWN_NUMBER, BY_ANOTHER_NUMBER)) {
                List<Object> arguments = new ArrayList<>(List.of(on));
                arguments.addAll(some);
                arguments.add(on);
                jdbc.query(
                        whose.formatted(Marks.of(some)),
                        r -> {
                            Found found = found(r, on);
                            latest.merge(
                                    r.getString("asked"),
                                    found,
                                    (a, b) -> a.from().isAfter(b.from()) ? a : b);
                        },
                        arguments.toArray());
            }
        }
        Map<String, Person> people = new HashMap<>();
        latest.forEach((number, found) -> people.put(number, found.person()));
        return people;
    }

    /** The same for numbers of which most are the current ones of these people, who are active: only the others are looked up. */
    public Map<String, Person> byNumber(Set<String> numbers, Collection<Person> staff, LocalDate on) {
        Map<String, Person> people = new HashMap<>();
        for (Person person : staff) {
            if (numbers.contains(person.no())) {
                people.put(person.no(), person);
            }
        }
        Set<String> others = new HashSet<>(numbers);
        others.removeAll(people.keySet());
        people.putAll(byNumber(others, on));
        return people;
    }

    /** Every number, current or former, that the register knows of these people on a date. */
    public Map<String, List<String>> numbersOf(Collection<String> persons, LocalDate on) {
        Map<String, List<String>> numbers = new HashMap<>();
        List<String> asked = List.copyOf(new TreeSet<>(persons));
        for (int from = 0; from < asked.size(); from += IN_AT_ONCE) {
            List<String> some = asked.subList(from, Math.min(asked.size(), from + IN_AT_ONCE));
            List<Object> arguments = new ArrayList<>(some);
            arguments.add(on);
            arguments.addAll(some);
            arguments.add(on);
            jdbc.query(
                    NUMBERS.formatted(Marks.of(some), Marks.of(some)),
                    r -> {
                        numbers.computeIfAbsent(r.getString(1), p -> new ArrayList<>())
                                .add(r.getString(2));
                    },
                    arguments.toArray());
        }
        return numbers;
    }

    private record Found(Person person, LocalDate from) {}

    private static Found found(ResultSet r, LocalDate on) throws SQLException {
        LocalDate to = r.getObject("valid_to", LocalDate.class);
        boolean holds = to.isAfter(on);
        return new Found(
                new Person(
                        r.getString("person"),
                        r.getString("no"),
                        r.getString("name"),
                        r.getString("type"),
                        r.getString("agency"),
                        r.getString("status"),
                        holds && r.getBoolean("active"),
                        holds ? null : to),
                r.getObject("valid_from", LocalDate.class));
    }
}
