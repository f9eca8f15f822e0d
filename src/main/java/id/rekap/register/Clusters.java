package id.rekap.register;

import id.rekap.database.Marks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The staged rows of people whom the register knows, with these people, a page in memory at a time. */
final class Clusters {
    private static final String PEOPLE_OF =
            "select seq, person from staged_match where seq in (%s) order by seq, person";

    private final JdbcTemplate jdbc;
    private final Staging staging;
    private final EmployeeStore store;

    /** Numbers of rows that share a person with another row: few, and in memory together. */
    private final Set<Long> shared;

    Clusters(JdbcTemplate jdbc, Staging staging, EmployeeStore store, Collection<Long> shared) {
        this.jdbc = jdbc;
        this.staging = staging;
        this.store = store;
        this.shared = new HashSet<>(shared);
    }

    void each(Consumer<Cluster> consumer) {
        long after = 0;
        for (List<EmployeeRow> rows = staging.known(after); !rows.isEmpty(); rows = staging.known(after)) {
            after = rows.get(rows.size() - 1).number();
            List<EmployeeRow> alone =
                    rows.stream().filter(row -> !shared.contains(row.number())).toList();
            Map<Long, Set<String>> people = peopleOf(alone);
            Map<String, History> histories = histories(people.values());
            for (EmployeeRow row : alone) {
                consumer.accept(cluster(List.of(row), people.getOrDefault(row.number(), Set.of()), histories));
            }
        }
        ofShared(consumer);
    }

    private void ofShared(Consumer<Cluster> consumer) {
        List<EmployeeRow> rows = new ArrayList<>();
        pages(new TreeSet<>(shared), page -> rows.addAll(staging.rows(page)));
        Map<Long, Set<String>> people = peopleOf(rows);
        Map<String, History> histories = histories(people.values());
        Map<String, List<EmployeeRow>> byPerson = new HashMap<>();
        rows.forEach(row -> people.getOrDefault(row.number(), Set.of())
                .forEach(person ->
                        byPerson.computeIfAbsent(person, p -> new ArrayList<>()).add(row)));
        Set<EmployeeRow> left = new LinkedHashSet<>(rows);
        while (!left.isEmpty()) {
            TreeMap<Long, EmployeeRow> together = new TreeMap<>();
            Set<String> theirs = new TreeSet<>();
            List<EmployeeRow> reached = new ArrayList<>(List.of(left.iterator().next()));
            while (!reached.isEmpty()) {
                EmployeeRow row = reached.remove(reached.size() - 1);
                if (left.remove(row)) {
                    together.put(row.number(), row);
                    people.getOrDefault(row.number(), Set.of()).stream()
                            .filter(theirs::add)
                            .forEach(person -> reached.addAll(byPerson.getOrDefault(person, List.of())));
                }
            }
            consumer.accept(cluster(List.copyOf(together.values()), theirs, histories));
        }
    }

    private static Cluster cluster(List<EmployeeRow> rows, Collection<String> people, Map<String, History> histories) {
        return new Cluster(
                rows,
                people.stream()
                        .filter(histories::containsKey)
                        .map(histories::get)
                        .toList());
    }

    private Map<Long, Set<String>> peopleOf(List<EmployeeRow> rows) {
        Map<Long, Set<String>> people = new HashMap<>();
        List<Long> severalNumbers = new ArrayList<>();
        for (EmployeeRow row : rows) {
            if (row.person() != null && row.former().isEmpty()) {
                people.put(row.number(), Set.of(row.person()));
            } else {
                severalNumbers.add(row.number());
            }
        }
        pages(
                severalNumbers,
                page -> jdbc.query(
                        PEOPLE_OF.formatted(Marks.of(page)),
                        row -> {
                            people.computeIfAbsent(row.getLong(1), n -> new TreeSet<>())
                                    .add(row.getString(2));
                        },
                        page.toArray()));
        return people;
    }

    private Map<String, History> histories(Collection<Set<String>> people) {
        Set<String> all = new TreeSet<>();
        people.forEach(all::addAll);
        Map<String, History> histories = new HashMap<>();
        pages(all, page -> histories.putAll(store.of(page)));
        return histories;
    }

    private static <T> void pages(Collection<T> all, Consumer<List<T>> page) {
        List<T> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += Staging.PAGE) {
            page.accept(list.subList(from, Math.min(list.size(), from + Staging.PAGE)));
        }
    }
}
