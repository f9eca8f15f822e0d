package id.rekap.register;

import id.rekap.mandate.EmploymentType;
import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mandate's employment types by group. */
final class Types {
    private final Mandate mandate;
    private final Map<String, Group> groups = new HashMap<>();

    Types(Mandate mandate) {
        this.mandate = mandate;
        mandate.types().forEach(type -> groups.put(type.code(), type.group()));
    }

    Group groupOf(Standing standing) {
        return groupOf(standing.type());
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

    Optional<String> any(Group group) {
        return of(List.of(group)).stream().findFirst();
    }
}
