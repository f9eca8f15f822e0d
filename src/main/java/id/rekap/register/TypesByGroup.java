package id.rekap.register;

import id.rekap.mandate.EmploymentType;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mandate's employment types by group. */
final class TypesByGroup {
    private final Mandate mandate;
    private final Map<String, Group> groups = new HashMap<>();

    TypesByGroup(Mandate mandate) {
        this.mandate = mandate;
        mandate.types().forEach(type -> groups.put(type.code(), type.group()));
    }

    Group groupOf(EmployeeVersion version) {
        return groupOf(version.type());
    }

    Group groupOf(String type) {
        Group group = groups.get(type);
        return group == null ? mandate.groupOf(type) : group;
    }

    List<String> of(Collection<Group> wanted) {
        return mandate.types().stream()
                .filter(type -> wanted.contains(type.group()))
                .map(EmploymentType::code)
                .toList();
    }

    /** People of each group, from those of each type. */
    Map<Group, Integer> active(Map<String, Integer> byType) {
        Map<Group, Integer> people = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            people.put(group, 0);
        }
        byType.forEach((type, count) -> people.merge(groupOf(type), count, Integer::sum));
        return people;
    }

    Optional<String> any(Group group) {
        return of(List.of(group)).stream().findFirst();
    }
}
