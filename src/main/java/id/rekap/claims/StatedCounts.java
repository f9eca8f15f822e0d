package id.rekap.claims;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message says of one group or part of it, until its end. */
final class StatedCounts {
    private final Map<Role, Integer> numbers = new EnumMap<>(Role.class);
    private boolean all;
    private @Nullable Doubt doubt;

    void set(Role role, int number) {
        if (numbers.putIfAbsent(role, number) != null) doubt = Doubt.TWO_COUNTS;
    }

    /** So many of so many: the whole may have been said before. */
    void share(Role role, int part, int whole) {
        set(role, part);
        if (numbers.getOrDefault(Role.PEOPLE, whole) != whole) doubt = Doubt.TWO_COUNTS;
        numbers.put(Role.PEOPLE, whole);
    }

    void all() {
        all = true;
    }

    boolean has(Role role) {
        return numbers.containsKey(role);
    }

    /** A number of people, and nothing yet of how many follow. */
    boolean isOpen() {
        return has(Role.PEOPLE) && !has(Role.FOLLOWING) && !has(Role.NOT_FOLLOWING) && !all;
    }

    boolean isEmpty() {
        return numbers.isEmpty() && !all;
    }

    int number(Role role) {
        return numbers.getOrDefault(role, -1);
    }

    @Nullable
    Doubt doubt() {
        if (doubt != null) return doubt;
        if (!has(Role.PEOPLE)) return Doubt.NO_PEOPLE;
        int people = number(Role.PEOPLE);
        if (isOpen()) return people == 0 ? null : Doubt.NO_FOLLOWING;
        int following = following();
        boolean agrees = following >= 0
                && following <= people
                && (!has(Role.NOT_FOLLOWING) || following + number(Role.NOT_FOLLOWING) == people)
                && (!all || following == people);
        return agrees ? null : Doubt.DISAGREES;
    }

    /** Where there is no doubt. */
    Count count() {
        return new Count(number(Role.PEOPLE), isOpen() ? 0 : following());
    }

    private int following() {
        if (has(Role.FOLLOWING)) return number(Role.FOLLOWING);
        if (has(Role.NOT_FOLLOWING)) return number(Role.PEOPLE) - number(Role.NOT_FOLLOWING);
        return number(Role.PEOPLE);
    }
}
