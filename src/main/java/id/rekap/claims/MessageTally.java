package id.rekap.claims;

import id.rekap.mandate.Group;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a message says of each group, clause by clause, and what is doubtful in it. */
final class MessageTally {
    private final Map<Set<StaffKind>, StatedCounts> facts = new LinkedHashMap<>();
    /** Groups with a word of status and no number yet. */
    private final Set<Set<StaffKind>> waiting = new HashSet<>();

    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    private final StatedCounts everybody = new StatedCounts();
    private Set<StaffKind> current = Set.of();
    private boolean ofEverybody;
    private boolean joined;

    /** What a number without a word of its own says, from a heading such as {@code Sudah follow:}; absent without one. */
    @Nullable
    Role heading;

    /** Whether that heading was a word of status alone, and is the clause before. */
    boolean headed;

    /** Whether the clause before had a word of status, and others that nobody knows. */
    boolean unsure;

    void doubt(Doubt doubt) {
        doubts.add(doubt);
    }

    /** What follows is said of these. */
    void turnTo(Token group) {
        Set<StaffKind> staff = group.staff();
        joined = group.isJoined();
        current = staff.contains(StaffKind.ASN) && StaffKind.isOneGroup(staff)
                ? Set.of(StaffKind.ASN)
                : Set.copyOf(staff);
        ofEverybody = false;
        facts.computeIfAbsent(current, s -> new StatedCounts());
    }

    /** A total beside groups that have their numbers, or before any, is the sum of both. */
    void turnToTotal() {
        ofEverybody |= current.isEmpty() || current().has(Role.PEOPLE);
        joined &= !ofEverybody;
    }

    boolean isOfOne() {
        return facts.values().stream().filter(said -> !said.isEmpty()).count() == 1;
    }

    /** Of two words with a stroke between them two numbers with a stroke may be one for each. */
    boolean isJoined() {
        return joined;
    }

    /** How many follow was said, or do not, and of how many was not: a number that comes now may be of another time. */
    boolean isWithoutPeople() {
        return each().stream()
                .anyMatch(said -> !said.has(Role.PEOPLE) && (said.has(Role.FOLLOWING) || said.has(Role.NOT_FOLLOWING)));
    }

    boolean isOfEverybody() {
        return ofEverybody;
    }

    boolean hasCurrent() {
        return ofEverybody || !current.isEmpty();
    }

    StatedCounts current() {
        if (ofEverybody) return everybody;
        return facts.computeIfAbsent(current, s -> new StatedCounts());
    }

    /** Of people of both groups together nothing can be said but that there are none, or that all follow. */
    boolean isMixed() {
        return !ofEverybody && current.size() > 1 && !StaffKind.isOneGroup(current);
    }

    /** Each group by itself, of a mixed one. */
    List<StatedCounts> each() {
        List<StatedCounts> each = new ArrayList<>();
        if (!isMixed()) return List.of(current());
        for (Group group : Group.values()) {
            Set<StaffKind> of = EnumSet.noneOf(StaffKind.class);
            current.stream().filter(staff -> staff.group() == group).forEach(of::add);
            Set<StaffKind> key = of.contains(StaffKind.ASN) ? Set.of(StaffKind.ASN) : Set.copyOf(of);
            each.add(facts.computeIfAbsent(key, s -> new StatedCounts()));
        }
        return each;
    }

    void await() {
        waiting.add(current);
    }

    /** All follow, of those groups whose number stands without how many do. */
    void allOpen() {
        List<StatedCounts> open =
                facts.values().stream().filter(StatedCounts::isOpen).toList();
        if (open.isEmpty()) doubt(Doubt.NO_PEOPLE);
        open.forEach(StatedCounts::all);
    }

    Set<Doubt> doubts() {
        return doubts;
    }

    /** What is claimed of each group; empty when something of it is in doubt. */
    Map<Group, Count> counts() {
        facts.forEach((staff, said) -> {
            if (said.isEmpty() && waiting.contains(staff)) doubt(Doubt.NO_PEOPLE);
            if (!said.isEmpty() && !StaffKind.isOneGroup(staff)) doubt(Doubt.TWO_COUNTS);
        });
        Map<Group, Count> counts = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            Count count = count(group);
            if (count != null) counts.put(group, count);
        }
        if (counts.isEmpty()) doubt(Doubt.NO_FOLLOWING);
        if (!everybody.isEmpty() && !isSum(counts.values())) doubt(Doubt.TWO_COUNTS);
        return doubts.isEmpty() ? counts : Map.of();
    }

    private @Nullable Count count(Group group) {
        StatedCounts whole = facts.get(Set.of(group == Group.ASN ? StaffKind.ASN : StaffKind.CONTRACT));
        Map<Set<StaffKind>, StatedCounts> parts = new LinkedHashMap<>();
        facts.forEach((staff, said) -> {
            boolean part = !said.isEmpty() && StaffKind.isOneGroup(staff) && !StaffKind.isWhole(staff);
            if (part && staff.iterator().next().group() == group) parts.put(staff, said);
        });
        if (whole != null && whole.isEmpty() && !parts.isEmpty()) doubt(Doubt.TWO_COUNTS);
        if (whole != null && !whole.isEmpty()) {
            int ofParts = parts.values().stream()
                    .mapToInt(said -> said.number(Role.PEOPLE))
                    .max()
                    .orElse(0);
            if (ofParts > whole.number(Role.PEOPLE)) doubt(Doubt.DISAGREES);
            return resolved(whole);
        }
        return parts.isEmpty() ? null : sum(parts);
    }

    private @Nullable Count sum(Map<Set<StaffKind>, StatedCounts> parts) {
        Set<StaffKind> seen = EnumSet.noneOf(StaffKind.class);
        Count sum = new Count(0, 0);
        for (Map.Entry<Set<StaffKind>, StatedCounts> part : parts.entrySet()) {
            for (StaffKind staff : part.getKey()) if (!seen.add(staff)) doubt(Doubt.TWO_COUNTS);
            Count count = resolved(part.getValue());
            if (count != null) sum = sum.plus(count);
        }
        return sum;
    }

    private @Nullable Count resolved(StatedCounts said) {
        Doubt doubt = said.doubt();
        if (doubt == null) return said.count();
        doubt(doubt);
        return null;
    }

    private boolean isSum(Collection<Count> counts) {
        Count sum = counts.stream().reduce(new Count(0, 0), Count::plus);
        if (everybody.doubt() == Doubt.TWO_COUNTS) return false;
        return isSame(Role.PEOPLE, sum.people())
                && isSame(Role.FOLLOWING, sum.following())
                && isSame(Role.NOT_FOLLOWING, sum.people() - sum.following());
    }

    private boolean isSame(Role role, int number) {
        return !everybody.has(role) || everybody.number(role) == number;
    }
}
