package id.rekap.claims;

import id.rekap.register.Agency;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the agencies that a text names: by code as it is written, by name or alias as whole words, the longest one that
 * begins at a place. Never by "contains": the names of offices contain each other.
 */
public final class AgencyNames {
    private static final Map<String, String> SHORT =
            new HashMap<>(Map.of("kec", "kecamatan", "kab", "kabupaten", "pkm", "puskesmas", "pusk", "puskesmas"));
    /** With which spellings begin that are read as one word. */
    private static final List<String> REWRITTEN = List.of(
            "humas",
            "humasacehbesar",
            "media",
            "mediacenter",
            "mediacentre",
            "mediacenteraceh",
            "mediacentreaceh",
            "mediacenteracehbesar",
            "mediacentreacehbesar",
            "s");

    /** Between the words of a name: a blank, a comma and a blank, a line's end. */
    private static final int WIDEST_GAP = 3;

    /**
     * A place where an agency is named.
     *
     * @param code empty where several agencies have the name
     */
    record Mention(int from, int to, String code) {}

    private record Name(List<String> words, String code) {}

    private record Word(int from, int to, String text) {}

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();
    private final Map<String, List<Name>> byFirstPart = new HashMap<>();
    private final FirstWords first = new FirstWords();
    private final Set<String> words = new HashSet<>();
    private final Map<String, String> shown = new HashMap<>();

    public AgencyNames(Collection<Agency> agencies) {
        Map<List<String>, Set<String>> owners = new HashMap<>();
        for (Agency agency : agencies) {
            shown.put(agency.code(), agency.name());
            Set<List<String>> names = new HashSet<>();
            names.add(words(agency.name()));
            agency.aliases().forEach(alias -> names.add(words(alias)));
            if (isWord(agency.code())) names.add(words(agency.code()));
            names.remove(List.<String>of());
            names.forEach(words::addAll);
            names.forEach(
                    name -> owners.computeIfAbsent(name, n -> new HashSet<>()).add(agency.code()));
            String code = agency.code().toLowerCase(Locale.ROOT);
            put(byFirstPart, firstPart(code), new Name(List.of(code), agency.code()));
        }
        owners.forEach((name, codes) -> put(
                byFirstWord,
                name.get(0),
                new Name(name, codes.size() == 1 ? codes.iterator().next() : "")));
        byFirstWord.keySet().forEach(first::add);
        byFirstPart.keySet().forEach(first::add);
        SHORT.keySet().forEach(first::add);
        REWRITTEN.forEach(first::add);
        byFirstWord
                .values()
                .forEach(names -> names.sort(
                        Comparator.comparingInt((Name name) -> name.words().size())
                                .reversed()));
    }

    /** What an agency is called in a message that is shown. */
    String shown(String code) {
        return shown.getOrDefault(code, code);
    }

    /** Whether a word, in lower case, is part of an agency's name. */
    boolean haveWord(String word) {
        return words.contains(word);
    }

    /** False for most messages, as they were written; then {@link #in} finds nothing in them either. */
    boolean mayBeIn(String message) {
        return first.mayBeReadIn(message);
    }

    /** In the order of the text, which is in lower case; none within another. */
    List<Mention> in(String text) {
        List<Mention> mentions = new ArrayList<>();
        List<Word> words = split(text);
        for (int i = 0; i < words.size(); i++) {
            Mention mention = longest(text, words, i);
            if (mention == null) continue;
            mentions.add(mention);
            while (i + 1 < words.size() && words.get(i + 1).from() < mention.to()) i++;
        }
        return mentions;
    }

    private @Nullable Mention longest(String text, List<Word> words, int at) {
        Word first = words.get(at);
        Mention code = coded(text, first);
        for (Name name : byFirstWord.getOrDefault(first.text(), List.of())) {
            int end = end(text, words, at, name.words());
            if (end >= 0 && (code == null || end >= code.to())) return new Mention(first.from(), end, name.code());
        }
        return code;
    }

    private static int end(String text, List<Word> words, int at, List<String> name) {
        if (at + name.size() > words.size()) return -1;
        for (int i = 0; i < name.size(); i++) {
            Word word = words.get(at + i);
            if (!word.text().equals(name.get(i))) return -1;
            if (i > 0 && !isGap(text, words.get(at + i - 1).to(), word.from())) return -1;
        }
        return words.get(at + name.size() - 1).to();
    }

    private static boolean isGap(String text, int from, int to) {
        return to - from <= WIDEST_GAP
                && text.substring(from, to).chars().noneMatch(c -> c == ';' || c == '(' || c == ')');
    }

    /** A code with signs in it is read sign by sign: {@code 1.06.01} does not stand in {@code 1.06.01.02}. */
    private @Nullable Mention coded(String text, Word first) {
        Mention longest = null;
        for (Name name : byFirstPart.getOrDefault(first.text(), List.of())) {
            String code = name.words().get(0);
            int from = first.from() - firstStart(code);
            int to = from + code.length();
            boolean is = from >= 0 && text.startsWith(code, from) && isEdge(text, from - 1, -1) && isEdge(text, to, 1);
            if (is && isNamed(text, from, code) && (longest == null || to > longest.to())) {
                longest = new Mention(from, to, name.code());
            }
        }
        return longest;
    }

    /** Digits alone may be a count: as a code they begin a line, or the word stands before them. */
    private static boolean isNamed(String text, int from, String code) {
        if (!code.chars().allMatch(c -> Glyphs.isDigit((char) c))) return true;
        String before = text.substring(text.lastIndexOf('\n', Math.max(from - 1, 0)) + 1, from)
                .strip();
        return (from > 0 && before.endsWith("kode")) || (before.isEmpty() && code.length() > 3);
    }

    private static boolean isEdge(String text, int at, int step) {
        if (at < 0 || at >= text.length()) return true;
        char c = text.charAt(at);
        if (Glyphs.isLetterOrDigit(c)) return false;
        int next = at + step;
        return !(c == '.' || c == '-' || c == '/')
                || next < 0
                || next >= text.length()
                || !Glyphs.isDigit(text.charAt(next));
    }

    private static List<String> words(String name) {
        return split(PlainWording.of(name)).stream().map(Word::text).toList();
    }

    private static List<Word> split(String text) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&') words.add(new Word(i, i + 1, "dan"));
            if (!Glyphs.isLetterOrDigit(c)) continue;
            int end = i + 1;
            while (end < text.length() && Glyphs.isLetterOrDigit(text.charAt(end))) end++;
            String word = text.substring(i, end);
            words.add(new Word(i, end, SHORT.getOrDefault(word, word)));
            i = end - 1;
        }
        return words;
    }

    /** With letters and without signs: matched like a name. */
    private static boolean isWord(String code) {
        return code.chars().anyMatch(Character::isLetter);
    }

    private static int firstStart(String code) {
        int start = 0;
        while (start < code.length() && !Glyphs.isLetterOrDigit(code.charAt(start))) start++;
        return start;
    }

    private static String firstPart(String code) {
        int start = firstStart(code);
        int end = start;
        while (end < code.length() && Glyphs.isLetterOrDigit(code.charAt(end))) end++;
        return SHORT.getOrDefault(code.substring(start, end), code.substring(start, end));
    }

    private static void put(Map<String, List<Name>> names, String key, Name name) {
        names.computeIfAbsent(key, k -> new ArrayList<>()).add(name);
    }
}
