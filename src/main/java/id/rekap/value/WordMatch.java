package id.rekap.value;

import id.rekap.value.Names.Agreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Pairs the words of two names, in whatever order: the same, an initial, or a typing error apart. */
final class WordMatch {
    /** Words that half of the people have: sharing one says nothing. In the form of {@link Spelling#key}. */
    private static final Set<String> COMMON = Set.of(
            "muhamad", "teuku", "cut", "pocut", "said", "siarifah", "siti", "nur", "abdul", "ahmad", "sri", "putri");

    private static final LevenshteinDistance TWO_EDITS = new LevenshteinDistance(2);
    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();
    private static final double MUCH_ALIKE = 0.93;
    private static final int LONG_WORD = 8;
    private static final int WORD = 5;
    private static final int SHORT_NAME = 4;

    private final List<String> restA;
    private final List<String> restB;
    private int same;
    private int commonSame;
    private int near;

    private WordMatch(List<String> a, List<String> b) {
        restA = keys(a);
        restB = keys(b);
    }

    static Agreement compare(List<String> a, List<String> b) {
        var match = new WordMatch(a, b);
        String wholeA = String.join("", match.restA);
        String wholeB = String.join("", match.restB);
        if (wholeA.equals(wholeB)) {
            return Agreement.AGREES;
        }
        match.pairSame();
        match.pairInitials();
        match.pairNear();
        Agreement byWords = match.agreement();
        if (byWords == Agreement.AGREES) {
            return byWords;
        }
        // Abdurrahman and Abdul Rahman: words cut in other places.
        boolean recut = a.size() != b.size() && Math.min(wholeA.length(), wholeB.length()) > LONG_WORD;
        if (recut && edits(wholeA, wholeB) == 1) {
            return Agreement.AGREES;
        }
        return byWords == Agreement.CONTRADICTS && alike(wholeA, wholeB, a, b) ? Agreement.WEAK : byWords;
    }

    private Agreement agreement() {
        if (restA.isEmpty() && restB.isEmpty()) {
            return same > 0 && near <= 1 ? Agreement.AGREES : Agreement.WEAK;
        }
        if (restA.isEmpty() || restB.isEmpty()) {
            return Agreement.WEAK;
        }
        boolean shared = same > 0 || near > 1 || (near == 1 && commonSame > 0);
        return shared && same + near >= Math.min(telling(restA), telling(restB))
                ? Agreement.WEAK
                : Agreement.CONTRADICTS;
    }

    private void pairSame() {
        for (int i = restA.size() - 1; i >= 0; i--) {
            String word = restA.get(i);
            if (restB.remove(word)) {
                restA.remove(i);
                if (COMMON.contains(word)) {
                    commonSame++;
                } else if (word.length() > 1) {
                    same++;
                }
            }
        }
    }

    private void pairInitials() {
        for (int i = restA.size() - 1; i >= 0; i--) {
            for (int j = 0; j < restB.size(); j++) {
                String a = restA.get(i);
                String b = restB.get(j);
                if ((a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0)) {
                    restA.remove(i);
                    restB.remove(j);
                    break;
                }
            }
        }
    }

    private void pairNear() {
        for (int i = restA.size() - 1; i >= 0; i--) {
            for (int j = 0; j < restB.size(); j++) {
                if (isNear(restA.get(i), restB.get(j))) {
                    restA.remove(i);
                    restB.remove(j);
                    near++;
                    break;
                }
            }
        }
    }

    private static boolean isNear(String a, String b) {
        int length = Math.min(a.length(), b.length());
        if (length < WORD) {
            return false;
        }
        int edits = edits(a, b);
        return edits == 1 || (edits == 2 && (length >= LONG_WORD || Slip.oneApart(a, b)));
    }

    private static boolean alike(String wholeA, String wholeB, List<String> a, List<String> b) {
        if (Math.min(wholeA.length(), wholeB.length()) > 2
                && (wholeA.startsWith(wholeB) || wholeB.startsWith(wholeA))) {
            return true;
        }
        int edits = edits(wholeA, wholeB);
        int length = Math.min(wholeA.length(), wholeB.length());
        if ((edits == 1 && length >= SHORT_NAME) || (edits == 2 && length > LONG_WORD)) {
            return true;
        }
        String tellingA = tellingPart(a);
        String tellingB = tellingPart(b);
        return Math.min(tellingA.length(), tellingB.length()) >= WORD
                && LIKENESS.apply(tellingA, tellingB) >= MUCH_ALIKE;
    }

    private static String tellingPart(List<String> words) {
        List<String> keys = keys(words);
        keys.removeIf(COMMON::contains);
        return String.join("", keys);
    }

    private static int telling(List<String> words) {
        int telling = 0;
        for (String word : words) {
            telling += word.length() > 1 && !COMMON.contains(word) ? 1 : 0;
        }
        return telling;
    }

    /** The number of edits, or -1 for more than two. */
    private static int edits(String a, String b) {
        return TWO_EDITS.apply(a, b);
    }

    private static List<String> keys(List<String> words) {
        var keys = new ArrayList<String>(words.size());
        for (String word : words) {
            keys.add(Spelling.key(word));
        }
        return keys;
    }
}
