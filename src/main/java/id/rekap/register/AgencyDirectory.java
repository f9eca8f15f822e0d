package id.rekap.register;

import id.rekap.mandate.Header;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the agency that a folder, a column or a chat means. Never by "contains": the names of offices contain each other. */
public final class AgencyDirectory {
    private final Map<String, Agency> byCode = new HashMap<>();
    private final Map<String, Agency> byAlias = new HashMap<>();
    private final Map<String, Agency> byFoldedCode = new HashMap<>();

    public AgencyDirectory(Collection<Agency> agencies) {
        Set<String> ambiguous = new HashSet<>();
        for (Agency agency : agencies) {
            byCode.put(agency.code(), agency);
            agency.aliases().forEach(alias -> byAlias.put(Header.folded(alias), agency));
            String folded = Header.folded(agency.code());
            if (byFoldedCode.putIfAbsent(folded, agency) != null) {
                ambiguous.add(folded);
            }
        }
        ambiguous.forEach(byFoldedCode::remove);
    }

    /** By exact code, else by alias, else by the code without case and separators where only one has it. */
    public Optional<Agency> named(String written) {
        Agency exact = byCode.get(written);
        if (exact != null) {
            return Optional.of(exact);
        }
        String folded = Header.folded(written);
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        Agency alias = byAlias.get(folded);
        return Optional.ofNullable(alias != null ? alias : byFoldedCode.get(folded));
    }

    public Optional<Agency> coded(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public boolean isEmpty() {
        return byCode.isEmpty();
    }
}
