package id.rekap.report;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.reconcile.Finding;
import id.rekap.value.Names;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom mending makes count: of an agency's people who are not reported, each refused row has the one whose number it suggests,
 * else one of the name that it bears, nobody is had by two rows, and those whom no row has are to be added.
 */
final class Unreported {
    private final Map<ExceptionCode, Integer> promised = new EnumMap<>(ExceptionCode.class);
    private final Set<String> left = new HashSet<>();
    private final Map<String, Deque<String>> byName = new HashMap<>();

    Unreported(AgencyKinds kinds) {
        List<AgencyKinds.Kind> refused = kinds.open().stream()
                .filter(kind -> Mending.NUMBERS.contains(kind.code()))
                .toList();
        for (AgencyKinds.Kind kind : kinds.open()) {
            if (kind.code() == ExceptionCode.EMPLOYEE_NOT_REPORTED) {
                kind.open().forEach(line -> add(line.finding(), !refused.isEmpty()));
            }
        }
        for (AgencyKinds.Kind kind : refused) {
            long had = kind.open().stream()
                    .filter(line -> hasSomebody(line.finding()))
                    .count();
            promised.put(kind.code(), (int) had);
        }
        promised.put(ExceptionCode.EMPLOYEE_NOT_REPORTED, left.size());
    }

    int promisedBy(ExceptionCode code) {
        return promised.getOrDefault(code, 0);
    }

    private void add(Finding person, boolean isSought) {
        left.add(person.employeeNo());
        if (isSought) {
            byName.computeIfAbsent(Names.normalised(person.employeeName()), name -> new ArrayDeque<>())
                    .add(person.employeeNo());
        }
    }

    private boolean hasSomebody(Finding row) {
        return left.remove(row.suggestion()) || hasNamesake(Names.normalised(row.employeeName()));
    }

    private boolean hasNamesake(String name) {
        Deque<String> namesakes = name.isEmpty() ? new ArrayDeque<>() : byName.getOrDefault(name, new ArrayDeque<>());
        while (!namesakes.isEmpty()) {
            if (left.remove(namesakes.remove())) {
                return true;
            }
        }
        return false;
    }
}
