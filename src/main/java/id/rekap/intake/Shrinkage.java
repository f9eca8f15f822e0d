package id.rekap.intake;

import id.rekap.intake.HoldReason.Kind;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.register.People;
import id.rekap.register.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code LIST_SHRANK}: does a whole list look cut short beside the one in force? Fewer than half its rows, nobody of an
 * employment group of which that has five people or more, or nobody whom the register knows.
 */
final class Shrinkage {
    private static final int ROWS_THAT_COUNT = 20;
    private static final int PEOPLE_THAT_COUNT = 5;

    /** Numbers of each length that are looked up first. */
    private static final int FEW = 3;

    private final Mandate mandate;
    private final People people;

    Shrinkage(Mandate mandate, People people) {
        this.mandate = mandate;
        this.people = people;
    }

    List<HoldReason> reasons(ListPages list, ListInForce inForce, LocalDate on) {
        List<HoldReason> reasons = new ArrayList<>();
        if (inForce.rows() >= ROWS_THAT_COUNT && list.rowCount() * 2 < inForce.rows()) {
            reasons.add(HoldReason.of(Kind.SHRANK_ROWS, list.rowCount(), inForce.rows()));
        }
        Set<Group> absent = absent(list, on);
        if (absent.isEmpty()) {
            return reasons;
        }
        Map<Group, Integer> then = new EnumMap<>(Group.class);
        Set<String> seen = new HashSet<>();
        for (ListPages.Page page : inForce.list().pages()) {
            count(numbers(page), on, seen).forEach((group, people) -> then.merge(group, people, Integer::sum));
        }
        Set<Group> missed = EnumSet.copyOf(absent);
        missed.removeIf(group -> then.getOrDefault(group, 0) < PEOPLE_THAT_COUNT);
        if (!missed.isEmpty() && absent.size() == Group.values().length) {
            int people = then.values().stream().mapToInt(Integer::intValue).sum();
            reasons.add(HoldReason.of(Kind.SHRANK_NUMBERS, list.rowCount(), withoutNumber(list), people));
        } else {
            missed.forEach(group -> reasons.add(HoldReason.of(Kind.SHRANK_GROUP, then.getOrDefault(group, 0), group)));
        }
        return reasons;
    }

    /** Groups without anyone in the list; a few of its numbers usually show that there are none. */
    private Set<Group> absent(ListPages list, LocalDate on) {
        Set<Group> absent = EnumSet.allOf(Group.class);
        absent.removeAll(
                count(fewOfEachLength(list.sample()), on, new HashSet<>()).keySet());
        for (ListPages.Page page : list.pages()) {
            if (absent.isEmpty()) {
                break;
            }
            absent.removeAll(count(numbers(page), on, new HashSet<>()).keySet());
        }
        return absent;
    }

    /** Groups mostly differ in the form of their numbers: NIP and NIK. */
    private static List<String> fewOfEachLength(List<String> numbers) {
        Map<Integer, Integer> taken = new HashMap<>();
        return numbers.stream()
                .filter(no -> taken.merge(no.length(), 1, Integer::sum) <= FEW)
                .toList();
    }

    /** A page at a time: a list may have a million. */
    private static Set<String> numbers(ListPages.Page page) {
        Set<String> numbers = new TreeSet<>();
        page.rows().forEach(row -> numbers.add(row.no()));
        numbers.remove("");
        return numbers;
    }

    private static int withoutNumber(ListPages list) {
        int rows = 0;
        for (ListRow row : list.rows()) {
            rows += row.hasNumber() ? 0 : 1;
        }
        return rows;
    }

    /** @param seen people who were counted before, and those who are now */
    private Map<Group, Integer> count(Collection<String> numbers, LocalDate on, Set<String> seen) {
        Map<Group, Integer> counts = new EnumMap<>(Group.class);
        for (Person person : people.byNumber(numbers, on).values()) {
            if (seen.add(person.id())) {
                // somebody who has left may have a type that the mandate does not list
                mandate.types().stream()
                        .filter(type -> type.code().equals(person.type()))
                        .forEach(type -> counts.merge(type.group(), 1, Integer::sum));
            }
        }
        return counts;
    }
}
