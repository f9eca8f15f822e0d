package id.rekap.reconcile;

import id.rekap.value.Sha256;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts raised exceptions beside those of the previous set: new, still open, back again, or gone. */
final class ExceptionLifecycle {
    private final FindingRows rows;
    private final RunRef run;

    ExceptionLifecycle(FindingRows rows, RunRef run) {
        this.rows = rows;
        this.run = run;
    }

    /** What an agency's exceptions were made of, and those of the previous published set that were open. */
    record Change(String agency, List<RaisedException> raised, List<FindingRow> before) {}

    /**
     * Follows exceptions of one part from the previous set to this one; what is new is looked for in older sets together,
     * since a query an agency would cost more than the rest.
     *
     * @return findings of this run: for each agency those raised, then those resolved
     */
    List<FindingRow> follow(FindingRow.Part part, List<Change> changes) {
        Map<String, Map<String, RaisedException>> raised = new LinkedHashMap<>();
        Map<String, List<String>> unseen = new HashMap<>();
        for (Change change : changes) {
            Map<String, RaisedException> now = fingerprinted(change.raised());
            raised.put(change.agency(), now);
            Set<String> open = new HashSet<>();
            change.before().forEach(f -> open.add(f.fingerprint()));
            unseen.put(
                    change.agency(),
                    now.keySet().stream().filter(f -> !open.contains(f)).toList());
        }
        Map<String, Map<String, LocalDate>> earlier = run.hasPrevious() ? rows.firstSeen(run, unseen) : Map.of();
        List<FindingRow> followed = new ArrayList<>();
        for (Change change : changes) {
            String agency = change.agency();
            followed.addAll(follow(
                    part,
                    agency,
                    raised.getOrDefault(agency, Map.of()),
                    change.before(),
                    earlier.getOrDefault(agency, Map.of())));
        }
        return followed;
    }

    private List<FindingRow> follow(
            FindingRow.Part part,
            String agency,
            Map<String, RaisedException> now,
            List<FindingRow> before,
            Map<String, LocalDate> earlier) {
        Map<String, FindingRow> then = new LinkedHashMap<>();
        before.forEach(f -> then.put(f.fingerprint(), f));
        List<FindingRow> followed = new ArrayList<>();
        now.forEach((fingerprint, r) -> {
            FindingRow open = then.remove(fingerprint);
            if (open != null) {
                followed.add(new FindingRow(agency, part, r, fingerprint, open.firstSeen(), open.reopenedOn(), false));
            } else {
                LocalDate seen = earlier.get(fingerprint);
                followed.add(new FindingRow(
                        agency,
                        part,
                        r,
                        fingerprint,
                        seen == null ? run.date() : seen,
                        seen == null ? null : run.date(),
                        false));
            }
        });
        then.values().forEach(gone -> followed.add(gone.asResolved()));
        return followed;
    }

    /** Equal exceptions are numbered in order of file and row, and the number is part of the fingerprint. */
    private static Map<String, RaisedException> fingerprinted(List<RaisedException> raised) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, RaisedException> fingerprinted = new LinkedHashMap<>();
        raised.stream().sorted(RaisedException.BY_PLACE).forEach(r -> {
            int number = numbers.merge(r.basis(), 1, Integer::sum);
            fingerprinted.put(digest(r.basis() + "\u0000" + number), r);
        });
        return fingerprinted;
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, 16);
    }
}
