package id.rekap.reconcile;

import id.rekap.intake.ListRow;
import id.rekap.intake.Submissions.Place;
import id.rekap.value.Answer;
import id.rekap.value.ReadAs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which handle stood for whom in lists of an agency, as the register of one day says whose their numbers are. */
final class HandlesHeld {
    private static final Comparator<ListRow> FIRST_COUNTS = Comparator.comparing(ListRow::isOutdated)
            .thenComparingInt(ListRow::file)
            .thenComparingInt(ListRow::row);

    private static final List<@Nullable String[]> NOTHING = List.of();

    private final Map<Place, Integer> positions = new HashMap<>();

    /** Of each person the cells of each of their numbers. */
    private final Map<String, List<@Nullable String[]>> people = new HashMap<>();

    /** Handles by person, of lists that were read whole. */
    private final Map<Place, Map<String, String>> read = new HashMap<>();

    /** @param person whom a number means, by the register's id */
    HandlesHeld(HandleHistory history, Function<String, Optional<String>> person) {
        for (Place list : history.lists()) {
            positions.put(list, positions.size());
        }
        for (String number : history.numbers()) {
            person.apply(number)
                    .ifPresent(id ->
                            people.merge(id, Collections.singletonList(history.cells(number)), HandlesHeld::both));
        }
    }

    private static List<@Nullable String[]> both(List<@Nullable String[]> some, List<@Nullable String[]> others) {
        List<@Nullable String[]> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    /** Of some lists those in which two numbers of a person have different cells: only the list says which row counts. */
    Set<Place> unsure(Collection<Place> lists) {
        Set<Place> unsure = new HashSet<>();
        for (List<@Nullable String[]> own : people.values()) {
            if (own.size() > 1) {
                lists.stream().filter(list -> cells(own, list).size() > 1).forEach(unsure::add);
            }
        }
        return unsure;
    }

    private Set<String> cells(List<@Nullable String[]> own, Place list) {
        Set<String> cells = new HashSet<>();
        Integer position = positions.get(list);
        for (@Nullable String[] one : own) {
            String cell = position == null ? null : HandleHistory.in(one, position);
            if (cell != null) {
                cells.add(cell);
            }
        }
        return cells;
    }

    /** A list that says it by its rows. */
    void read(Place list, Iterable<ListRow> rows, int handle, Function<String, Optional<String>> person) {
        Map<String, ListRow> first = new HashMap<>();
        for (ListRow row : rows) {
            if (row.hasNumber()) {
                person.apply(row.no())
                        .ifPresent(id -> first.merge(id, row, (a, b) -> FIRST_COUNTS.compare(a, b) <= 0 ? a : b));
            }
        }
        Map<String, String> handles = new HashMap<>();
        first.forEach((id, row) -> {
            String name = name(row.value(handle));
            if (name != null) {
                handles.put(id, name);
            }
        });
        read.put(list, handles);
    }

    /** The handle that stands for a person in a list, by the row that counts; null where none does. */
    @Nullable
    String in(Place list, String person) {
        Map<String, String> whole = read.get(list);
        if (whole != null) {
            return whole.get(person);
        }
        Integer position = positions.get(list);
        if (position == null) {
            return null;
        }
        for (@Nullable String[] own : people.getOrDefault(person, NOTHING)) {
            String cell = HandleHistory.in(own, position);
            if (cell != null) {
                return name(cell);
            }
        }
        return null;
    }

    /** Did it stand for the person in each of these lists? */
    boolean held(String person, String handle, Collection<Place> lists) {
        List<@Nullable String[]> own = people.getOrDefault(person, NOTHING);
        if (read.isEmpty() && own.size() == 1 && own.get(0).length == 1) {
            return lists.isEmpty() || handle.equals(name(own.get(0)[0]));
        }
        return lists.stream().allMatch(list -> handle.equals(in(list, person)));
    }

    private static @Nullable String name(@Nullable String cell) {
        Answer answer = Answer.handle(cell == null ? "" : cell);
        return answer.as() == ReadAs.YES ? answer.value() : null;
    }
}
