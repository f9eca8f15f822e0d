package id.rekap.snapshot;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.FindingState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Which exceptions are open in one of two sets only, or say something else, counted by agency and by code. */
final class FindingMoves {
    private final Map<String, Count> byAgency = new TreeMap<>();
    private final Map<ExceptionCode, Count> byCode = new TreeMap<>();

    private FindingMoves() {}

    /** So many. */
    static final class Count {
        private int appeared;
        private int gone;
        private int changed;

        int appeared() {
            return appeared;
        }

        int gone() {
            return gone;
        }

        /** The same exception, with other words, place or suggestion. */
        int changed() {
            return changed;
        }
    }

    /** What an open exception says, short. */
    private record Told(ExceptionCode code, int words) {}

    /** Of the later set one agency's exceptions are in memory at a time. */
    static FindingMoves between(PublicationModel before, PublicationModel after) {
        Map<String, Map<String, Told>> open = new HashMap<>();
        before.findings((agency, all) -> open.put(agency, told(all)));
        FindingMoves moves = new FindingMoves();
        after.findings((agency, all) -> {
            Map<String, Told> was = open.getOrDefault(agency, new HashMap<>());
            told(all).forEach((fingerprint, is) -> {
                Told earlier = was.remove(fingerprint);
                if (earlier == null) {
                    moves.of(agency, is.code()).forEach(count -> count.appeared++);
                } else if (!earlier.equals(is)) {
                    moves.of(agency, is.code()).forEach(count -> count.changed++);
                }
            });
        });
        open.forEach((agency, left) ->
                left.values().forEach(was -> moves.of(agency, was.code()).forEach(count -> count.gone++)));
        return moves;
    }

    Map<String, Count> byAgency() {
        return byAgency;
    }

    Map<ExceptionCode, Count> byCode() {
        return byCode;
    }

    private List<Count> of(String agency, ExceptionCode code) {
        return List.of(
                byAgency.computeIfAbsent(agency, a -> new Count()), byCode.computeIfAbsent(code, c -> new Count()));
    }

    private static Map<String, Told> told(List<Finding> findings) {
        Map<String, Told> told = new HashMap<>();
        for (Finding f : findings) {
            if (f.state() != FindingState.RESOLVED) {
                int words = Objects.hash(
                        f.employeeNo(),
                        f.employeeName(),
                        f.file(),
                        f.sheet(),
                        f.row(),
                        f.field(),
                        f.value(),
                        f.expected(),
                        f.message(),
                        f.suggestion());
                told.put(f.fingerprint(), new Told(f.code(), words));
            }
        }
        return told;
    }
}
