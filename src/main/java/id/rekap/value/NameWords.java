package id.rekap.value;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a name that belong to the person: no titles, no degrees. */
final class NameWords {
    /** Ignored wherever they stand. Teungku is a title; Teuku, Cut, Pocut, Said are part of the name. */
    private static final Set<String> TITLES = Set.of(
            "hj", "dr", "drg", "drh", "ir", "drs", "dra", "tgk", "teungku", "prof", "kh", "ust", "ustadz", "ustaz",
            "ns", "apt", "bdn", "sdr", "sdri", "bpk", "alm", "almh");
    /** Titles in front of a name, but names or initials elsewhere. */
    private static final Set<String> LEADING_TITLES =
            Set.of("h", "haji", "hajjah", "hajah", "bapak", "ibu", "pak", "bu");

    private static final Set<String> MUHAMMAD = Set.of(
            "muhammad",
            "muhamad",
            "muhammat",
            "muhamat",
            "mohammad",
            "mohamad",
            "mohammed",
            "mohamed",
            "muhammed",
            "mochammad",
            "mochamad",
            "muchammad",
            "muchamad",
            "moh",
            "moch",
            "muh",
            "much",
            "muhd",
            "mohd",
            "mhd",
            "md");

    private static final Set<String> PARTICLES = Set.of("bin", "binti", "bt", "bte", "ibnu");

    private NameWords() {}

    static List<String> of(String name) {
        String text = folded(name);
        List<String> first = List.of();
        int from = 0;
        while (from <= text.length()) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            List<String> words = split(text, from, to);
            int titles = words.size();
            withoutTitles(words);
            if (!words.isEmpty()) {
                // What follows a comma is degrees.
                return written(words);
            }
            if (titles > 0 && first.isEmpty()) {
                first = split(text, from, to);
            }
            from = to + 1;
        }
        // Nothing but titles: then they are the name.
        return first;
    }

    /** The index of {@code bin} or {@code binti}, or the size. */
    static int tail(List<String> words) {
        for (int i = 1; i < words.size() - 1; i++) {
            if (PARTICLES.contains(words.get(i))) {
                return i;
            }
        }
        return words.size();
    }

    static List<String> withoutParticle(List<String> words, int tail) {
        if (tail == words.size()) {
            return words;
        }
        var all = new ArrayList<>(words);
        all.remove(tail);
        return all;
    }

    private static void withoutTitles(List<String> words) {
        Degrees.removeFrom(words);
        words.removeIf(TITLES::contains);
        while (!words.isEmpty() && LEADING_TITLES.contains(words.get(0))) {
            words.remove(0);
        }
        for (int i = words.size() - 2; i > 0; i--) {
            if (words.get(i).equals("h")) {
                words.remove(i);
            }
        }
    }

    /** Spells out what is always abbreviated in the same way. */
    private static List<String> written(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean last = i == words.size() - 1;
            if (MUHAMMAD.contains(word) || (word.equals("m") && !last)) {
                words.set(i, "muhammad");
            } else if (word.equals("t") && i == 0 && !last) {
                words.set(i, "teuku");
            } else if (word.equals("abd")) {
                words.set(i, "abdul");
            }
        }
        return words;
    }

    private static List<String> split(String text, int from, int to) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        for (int i = from; i <= to; i++) {
            char c = i < to ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (!isJoin(c) && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** Apostrophes stand inside a word: Ma'ruf, Syafi'i. */
    private static boolean isJoin(char c) {
        return c == '\''
                || c == '`'
                || c == '\u00b4'
                || (c >= '\u2018' && c <= '\u201b')
                || c == '\u02bc'
                || Blanks.isInvisible(c);
    }

    private static String folded(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return withoutMarks(Normalizer.normalize(name, Normalizer.Form.NFKD))
                        .toLowerCase(Locale.ROOT);
            }
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static String withoutMarks(String decomposed) {
        var out = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
