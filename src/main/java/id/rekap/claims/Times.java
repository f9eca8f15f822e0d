package id.rekap.claims;

import static id.rekap.claims.TokenKind.*;

import java.util.List;
import java.util.Set;

/**
 * Whether a clause may count at another time than now, or only since then: {@code kemarin 40, hari ini 43}, {@code dari 40
 * ke 43}.
 */
final class Times {
    private static final Set<String> NOW = Set.of("hari ini", "sekarang", "saat ini");
    private static final Set<String> PAST = Set.of("kemarin", "kmrn", "tadi");
    private static final Set<String> ANOTHER = Set.of("kemarin", "kmrn", "tadi", "hari ini", "sekarang");
    private static final Set<String> UNTIL = Set.of("sampai", "sampe", "hingga", "s d");
    private static final Set<String> JOINTS = Set.of("dengan", "dgn", "pada", "per");
    /** A date that was taken out has no text. */
    private static final Set<String> DATES = Set.of(
            "", "tanggal", "tgl", "hari", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "ahad", "minggu",
            "pukul", "jam");

    private Times() {}

    static boolean areUnsure(List<Token> clause) {
        for (int i = 0; i < clause.size(); i++) {
            boolean number = i + 1 < clause.size() && clause.get(i + 1).is(NUMBER);
            if (number && clause.get(i).is(ADDRESS)) return true;
            if (!clause.get(i).is(OTHER)) continue;
            String word = clause.get(i).text();
            int next = i + 1;
            while (is(clause, next, JOINTS)) next++;
            boolean date = is(clause, next, DATES);
            if (UNTIL.contains(word) && !date && !is(clause, next, NOW)) return true;
            if (ANOTHER.contains(word) && !date && !isUpTo(clause, i)) return true;
        }
        return false;
    }

    /** {@code kemarin nihil}. */
    static boolean arePast(List<Token> clause) {
        return clause.stream().anyMatch(token -> token.is(OTHER) && PAST.contains(token.text()));
    }

    /** {@code sampai hari ini}: all that there are. */
    private static boolean isUpTo(List<Token> clause, int at) {
        int before = at - 1;
        boolean joint = is(clause, before, JOINTS);
        while (is(clause, before, JOINTS)) before--;
        boolean now = NOW.contains(clause.get(at).text());
        return now && (joint || is(clause, before, UNTIL));
    }

    private static boolean is(List<Token> clause, int at, Set<String> words) {
        return at >= 0
                && at < clause.size()
                && clause.get(at).is(OTHER)
                && words.contains(clause.get(at).text());
    }
}
