package id.rekap.snapshot;

import id.rekap.reconcile.Raised;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts raised exceptions beside those of the previous set: new, still open, back again, or gone. */
final class Lifecycle {
    private final FindingRows rows;
    private final RunRef run;

    Lifecycle(FindingRows rows, RunRef run) {
        this.rows = rows;
        this.run = run;
    }

    /**
     * Follows an agency's exceptions from the previous set to this one.
     *
     * @param before open findings of the previous published set for this agency and part
     * @return findings of this run: those raised, then those resolved
     */
    List<FindingRow> follow(String agency, FindingRow.Part part, List<Raised> raised, List<FindingRow> before) {
        Map<String, Raised> now = fingerprinted(raised);
        Map<String, FindingRow> then = new LinkedHashMap<>();
        before.forEach(f -> then.put(f.fingerprint(), f));
        List<String> unseen =
                now.keySet().stream().filter(f -> !then.containsKey(f)).toList();
        Map<String, java.time.LocalDate> earlier =
                run.hasPrevious() && !unseen.isEmpty() ? rows.firstSeen(run, agency, unseen) : Map.of();

        List<FindingRow> followed = new ArrayList<>();
        now.forEach((fingerprint, r) -> {
            FindingRow open = then.remove(fingerprint);
            if (open != null) {
                followed.add(new FindingRow(
                        agency, part, r, fingerprint, open.firstSeen(), open.openedDepth(), open.reopened(), false));
            } else {
                followed.add(new FindingRow(
                        agency,
                        part,
                        r,
                        fingerprint,
                        earlier.getOrDefault(fingerprint, run.date()),
                        run.depth(),
                        earlier.containsKey(fingerprint),
                        false));
            }
        });
        then.values().forEach(gone -> followed.add(gone.asResolved()));
        return followed;
    }

    /** Equal exceptions are numbered in order of file and row, and the number is part of the fingerprint. */
    private static Map<String, Raised> fingerprinted(List<Raised> raised) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Raised> fingerprinted = new LinkedHashMap<>();
        raised.stream().sorted(Raised.BY_PLACE).forEach(r -> {
            int number = numbers.merge(r.basis(), 1, Integer::sum);
            fingerprinted.put(digest(r.basis() + "\u0000" + number), r);
        });
        return fingerprinted;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
