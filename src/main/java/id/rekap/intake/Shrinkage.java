package id.rekap.intake;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.register.People;
import id.rekap.register.Person;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Does a whole list look cut short beside the one in force? Fewer than half its rows, or nobody of an employment group of
 * which it has five people or more.
 */
final class Shrinkage {
    private static final int ROWS_THAT_COUNT = 20;
    private static final int PEOPLE_THAT_COUNT = 5;

    private final Mandate mandate;
    private final People people;

    Shrinkage(Mandate mandate, People people) {
        this.mandate = mandate;
        this.people = people;
    }

    boolean isHeld(ListPages list, Submission inForce, Supplier<ListPages> inForceList, LocalDate on) {
        if (inForce.rows() >= ROWS_THAT_COUNT && list.rowCount() * 2 < inForce.rows()) {
            return true;
        }
        Map<Group, Integer> then = groups(inForce.sample(), inForceList, PEOPLE_THAT_COUNT, on);
        Map<Group, Integer> now = groups(list.sample(), () -> list, 1, on);
        for (Group group : Group.values()) {
            if (then.getOrDefault(group, 0) >= PEOPLE_THAT_COUNT && now.getOrDefault(group, 0) == 0) {
                return true;
            }
        }
        return false;
    }

    /** People of each group; the list's sample is enough where it already shows as many of each as asked. */
    private Map<Group, Integer> groups(List<String> sample, Supplier<ListPages> list, int enough, LocalDate on) {
        Map<Group, Integer> sampled = count(sample, on);
        boolean shown = true;
        for (Group group : Group.values()) {
            shown &= sampled.getOrDefault(group, 0) >= enough;
        }
        if (shown) {
            return sampled;
        }
        Set<String> numbers = new TreeSet<>();
        list.get().rows().forEach(row -> numbers.add(row.no()));
        numbers.remove("");
        return count(numbers, on);
    }

    private Map<Group, Integer> count(Collection<String> numbers, LocalDate on) {
        Map<Group, Integer> counts = new EnumMap<>(Group.class);
        Set<String> seen = new HashSet<>();
        for (Person person : people.byNumber(numbers, on).values()) {
            if (seen.add(person.id())) {
                counts.merge(mandate.groupOf(person.type()), 1, Integer::sum);
            }
        }
        return counts;
    }
}
