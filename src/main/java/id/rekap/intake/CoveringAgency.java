package id.rekap.intake;

import id.rekap.register.Agency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whose list speaks for an agency without one: that of the nearest agency above it that has a list in force. */
public final class CoveringAgency {
    private final Map<String, Agency> agencies;
    private final Predicate<String> hasList;
    private final Map<String, List<String>> covered = new HashMap<>();

    /** @param hasList has the agency of this code a list in force? */
    public CoveringAgency(Map<String, Agency> agencies, Predicate<String> hasList) {
        this.agencies = agencies;
        this.hasList = hasList;
        for (String code : agencies.keySet()) {
            String by = coveredBy(code);
            if (by != null) {
                covered.computeIfAbsent(by, c -> new ArrayList<>()).add(code);
            }
        }
    }

    public @Nullable String coveredBy(String code) {
        if (hasList.test(code)) {
            return null;
        }
        Set<String> climbed = new HashSet<>();
        Agency agency = agencies.get(code);
        while (agency != null && agency.parent() != null && climbed.add(agency.code())) {
            Agency above = agencies.get(agency.parent());
            if (above != null && hasList.test(above.code())) {
                return above.code();
            }
            agency = above;
        }
        return null;
    }

    /** Agencies below that this one's list speaks for, by code. */
    public List<String> coveredAgenciesOf(String code) {
        return covered.getOrDefault(code, List.of()).stream().sorted().toList();
    }
}
