package id.rekap.snapshot;

import id.rekap.register.Agency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose list speaks for an agency without one: that of the nearest agency above it that has a list in force. */
final class Covering {
    private final Map<String, Agency> agencies;
    private final Map<String, InForce.Position> inForce;
    private final Map<String, List<String>> covered = new HashMap<>();

    Covering(Map<String, Agency> agencies, Map<String, InForce.Position> inForce) {
        this.agencies = agencies;
        this.inForce = inForce;
        for (String code : agencies.keySet()) {
            String by = coveredBy(code);
            if (by != null) {
                covered.computeIfAbsent(by, c -> new ArrayList<>()).add(code);
            }
        }
    }

    @Nullable
    String coveredBy(String code) {
        if (hasList(code)) {
            return null;
        }
        Set<String> climbed = new HashSet<>();
        Agency agency = agencies.get(code);
        while (agency != null && agency.parent() != null && climbed.add(agency.code())) {
            Agency above = agencies.get(agency.parent());
            if (above != null && hasList(above.code())) {
                return above.code();
            }
            agency = above;
        }
        return null;
    }

    private boolean hasList(String code) {
        return inForce.getOrDefault(code, InForce.Position.NOTHING).list() != null;
    }

    /** Agencies below that this one's list speaks for, by code. */
    List<String> coveredAgenciesOf(String code) {
        return covered.getOrDefault(code, List.of()).stream().sorted().toList();
    }
}
