package id.rekap.value;

import java.util.List;

/**
 * Compares names as a person would who knows how names are written in Aceh. A name never identifies anybody: it confirms
 * a number, is weak, or contradicts it.
 */
public final class Names {
    /** What a reported name says about the registered one. */
    public enum Agreement {
        AGREES,
        WEAK,
        CONTRADICTS
    }

    private Names() {}

    /** How the reported name stands to the registered one; a blank one is weak. */
    public static Agreement compare(String reported, String registered) {
        // In most rows both come from the same list.
        if (reported.equalsIgnoreCase(registered) && !reported.isBlank()) {
            return Agreement.AGREES;
        }
        List<String> a = NameWords.of(reported);
        List<String> b = NameWords.of(registered);
        if (a.isEmpty() || b.isEmpty()) {
            return Agreement.WEAK;
        }
        int tailA = NameWords.tail(a);
        int tailB = NameWords.tail(b);
        if (tailA == a.size() && tailB == b.size()) {
            return WordMatch.compare(a, b);
        }
        return withTails(a, tailA, b, tailB);
    }

    /**
     * The name in lower case without accents, titles, degrees and punctuation, Muhammad and Teuku written out. It is part
     * of fingerprints: changing it reopens exceptions.
     */
    public static String normalised(String name) {
        return String.join(" ", NameWords.of(name));
    }

    /** A {@code bin} or {@code binti} tail may be left out or written without the particle, but not be another's. */
    private static Agreement withTails(List<String> a, int tailA, List<String> b, int tailB) {
        Agreement whole = WordMatch.compare(NameWords.withoutParticle(a, tailA), NameWords.withoutParticle(b, tailB));
        Agreement core = WordMatch.compare(a.subList(0, tailA), b.subList(0, tailB));
        boolean both = tailA < a.size() && tailB < b.size();
        if (both && core == Agreement.AGREES) {
            Agreement tails = WordMatch.compare(a.subList(tailA + 1, a.size()), b.subList(tailB + 1, b.size()));
            return tails == Agreement.CONTRADICTS ? Agreement.WEAK : core;
        }
        return core.compareTo(whole) < 0 ? core : whole;
    }
}
