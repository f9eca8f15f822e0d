package id.rekap.register;

import id.rekap.mandate.Header;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must be true of the agencies of an import together. */
final class AgencyChecks {
    private final List<Problem> problems;
    private final Map<String, AgencyReader.Written> byCode = new HashMap<>();

    AgencyChecks(List<Problem> problems) {
        this.problems = problems;
    }

    void check(List<AgencyReader.Written> list) {
        List<AgencyReader.Written> coded =
                list.stream().filter(w -> !w.agency().code().isEmpty()).toList();
        for (AgencyReader.Written written : coded) {
            AgencyReader.Written first = byCode.putIfAbsent(written.agency().code(), written);
            if (first != null) {
                problems.add(written.problem(
                        Field.CODE,
                        written.agency().code() + " stands twice, first in row " + first.row(),
                        "every code once",
                        "Delete one of the rows"));
            }
        }
        aliases(coded);
        list.forEach(this::parents);
    }

    private void aliases(List<AgencyReader.Written> list) {
        Map<String, Agency> codes = new HashMap<>();
        list.forEach(w -> codes.put(Header.folded(w.agency().code()), w.agency()));
        Map<String, Agency> owners = new HashMap<>();
        for (AgencyReader.Written written : list) {
            for (String alias : written.agency().aliases()) {
                String folded = Header.folded(alias);
                String code = written.agency().code();
                Agency coded = codes.get(folded);
                Agency owner = owners.putIfAbsent(folded, written.agency());
                if (coded != null && !coded.code().equals(code)) {
                    alias(written, alias + " is the code of " + coded.code());
                } else if (owner != null && !owner.code().equals(code)) {
                    alias(written, alias + " is an alias of " + owner.code() + " too");
                }
            }
        }
    }

    private void alias(AgencyReader.Written written, String found) {
        problems.add(written.problem(
                Field.ALIASES, found, "aliases that no other agency has as code or alias", "Delete one of them"));
    }

    private void parents(AgencyReader.Written written) {
        String code = written.agency().code();
        String parent = written.agency().parent();
        if (parent != null && !byCode.containsKey(parent)) {
            problems.add(written.problem(
                    Field.PARENT, "unknown agency \"" + parent + "\"", "a code of this file", "Correct or add it"));
            return;
        }
        Set<String> above = new HashSet<>();
        for (@Nullable String up = parent; up != null && above.add(up); up = parentOf(up)) {
            if (up.equals(code)) {
                problems.add(written.problem(
                        Field.PARENT, code + " is above itself", "no circle of agencies", "Correct the parent"));
                return;
            }
        }
    }

    private @Nullable String parentOf(String code) {
        AgencyReader.Written written = byCode.get(code);
        return written == null ? null : written.agency().parent();
    }
}
