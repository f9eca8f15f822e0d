package id.rekap.exemption;

import id.rekap.database.Marks;
import id.rekap.register.Person;
import id.rekap.value.Sha256;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The exemptions that hold on a date. What is read are those that have not ended by then: neither the register nor what has
 * ended makes it more.
 *
 * <p>An exemption names a person by the number under which the register first knew them. Where a later import has told that it
 * is a former number of somebody else, that person is meant: so the register is asked whose the number is by now.
 */
public final class ExemptionsInForce {
    private static final String OF_AGENCIES = """
            select agency, obligation from exemption force index (exemption_in_force)
            where ends_on >= ? and valid_from <= ? and person = '' order by agency, obligation""";

    private static final String OF_PEOPLE = """
            select straight_join e.agency, e.person, x.obligation
            from exemption x force index (exemption_in_force)
            left join employee_number n on n.no = x.person
            join employee e on e.person = coalesce(n.person, x.person)
              and e.valid_from <= ? and e.valid_to > ? and e.active
            where x.ends_on >= ? and x.valid_from <= ? and x.person <> ''""";

    private static final String OF_THESE = """
            select x.person as id, x.obligation from exemption x
            where x.person in (%1$s) and x.ends_on >= ? and x.valid_from <= ?
            union select n.person, x.obligation from employee_number n join exemption x on x.person = n.no
            where n.person in (%1$s) and x.ends_on >= ? and x.valid_from <= ?""";

    private static final int IN_AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;
    private final LocalDate date;

    public ExemptionsInForce(JdbcTemplate jdbc, LocalDate date) {
        this.jdbc = jdbc;
        this.date = date;
    }

    /** Those of everybody. */
    public static final class All {
        private final SortedMap<String, String> agencies;
        private final Map<String, SortedMap<String, String>> people = new HashMap<>();

        private All(SortedMap<String, String> agencies) {
            this.agencies = agencies;
        }

        /** Those of the active people of these agencies. */
        public ExemptOn of(Collection<String> codes) {
            ExemptOn on = new ExemptOn(new TreeMap<>(), new TreeMap<>());
            for (String code : codes) {
                String whole = agencies.get(code);
                if (whole != null) {
                    on.agencies().put(code, whole);
                }
                on.people().putAll(people.getOrDefault(code, new TreeMap<>()));
            }
            return on;
        }

        /** Those of people, of whichever agencies; who is not active on the date needs none. */
        public ExemptOn ofPeople(Collection<Person> some) {
            ExemptOn on = new ExemptOn(agencies, new TreeMap<>());
            for (Person person : some) {
                String own = people.getOrDefault(person.agency(), Collections.emptySortedMap())
                        .get(person.id());
                if (own != null) {
                    on.people().put(person.id(), own);
                }
            }
            return on;
        }

        /** 16 hex digits, equal where the same are exempt from the same. */
        public String digest() {
            StringBuilder facts = new StringBuilder(agencies.toString());
            new TreeSet<>(people.keySet()).forEach(code -> facts.append(people.get(code)));
            return HexFormat.of().formatHex(Sha256.of(facts.toString()), 0, 8);
        }
    }

    public All all() {
        All all = new All(ofAgencies());
        jdbc.query(
                OF_PEOPLE,
                r -> {
                    all.people
                            .computeIfAbsent(r.getString(1), agency -> new TreeMap<>())
                            .merge(r.getString(2), r.getString(3), ExemptOn::both);
                },
                date,
                date,
                date,
                date);
        return all;
    }

    private SortedMap<String, String> ofAgencies() {
        SortedMap<String, String> agencies = new TreeMap<>();
        jdbc.query(
                OF_AGENCIES,
                r -> {
                    agencies.merge(r.getString(1), r.getString(2), ExemptOn::both);
                },
                date,
                date);
        return agencies;
    }

    /** Those of these people. */
    public ExemptOn of(Collection<Person> people) {
        if (people.isEmpty()) {
            return ExemptOn.NOBODY;
        }
        ExemptOn on = new ExemptOn(ofAgencies(), new TreeMap<>());
        List<String> ids =
                List.copyOf(new TreeSet<>(people.stream().map(Person::id).toList()));
        for (int from = 0; from < ids.size(); from += IN_AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + IN_AT_ONCE));
            List<Object> arguments = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                arguments.addAll(some);
                Collections.addAll(arguments, date, date);
            }
            jdbc.query(
                    OF_THESE.formatted(Marks.of(some)),
                    r -> {
                        on.people().merge(r.getString(1), r.getString(2), ExemptOn::both);
                    },
                    arguments.toArray());
        }
        return on;
    }
}
