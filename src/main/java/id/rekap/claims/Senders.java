package id.rekap.claims;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who wrote in a chat, each with a running mark that stands for the name. */
final class Senders {
    /** A group has 1,024 members; whoever comes later shares a mark. */
    private static final int MOST = 20_000;

    private static final String OTHERS = "Pengirim lain";

    private final Map<String, String> marks = new LinkedHashMap<>();
    /** Names that are looked for in texts, by their first word. */
    private final Map<String, List<String>> byFirstWord = new HashMap<>();

    static Senders of(ChatText text, HeaderForm form, AgencyNames agencies) throws IOException {
        var senders = new Senders();
        try (var lines = new ChatLines(text.lines(), form)) {
            for (ChatLine line = lines.next(); line != null; line = lines.next()) {
                if (line.isMessage()) senders.add(line.name(), agencies);
                else if (line.header() == null) senders.addCopied(line.text(), agencies);
            }
        }
        return senders;
    }

    /** Of a message that was copied into another with its head. */
    private void addCopied(String line, AgencyNames agencies) {
        Header copied = HeaderScanner.scan(line);
        int end = copied == null ? -1 : ChatLine.nameEnd(line, copied.end());
        if (copied != null && end >= 0) add(line.substring(copied.end(), end), agencies);
    }

    private void add(String written, AgencyNames agencies) {
        String name = plain(written);
        if (name.isEmpty() || marks.containsKey(name) || marks.size() >= MOST) return;
        marks.put(name, "Pengirim " + (marks.size() + 1));
        if (!isCommon(name, agencies)) {
            byFirstWord
                    .computeIfAbsent(firstWord(name, 0), w -> new ArrayList<>())
                    .add(name);
        }
    }

    /** A contact may be called like an office: then texts keep the word. */
    private static boolean isCommon(String name, AgencyNames agencies) {
        if (!agencies.in(name).isEmpty()) return true;
        for (String word : name.split("[^\\p{L}\\p{N}]+", -1)) {
            if (word.length() > 1 && Vocabulary.of(word) == null) return false;
        }
        return true;
    }

    String mark(String written) {
        return marks.getOrDefault(plain(written), OTHERS);
    }

    /** The length of the sender's name that begins at this word of a text in lower case, 0 where none does. */
    int nameAt(String text, int at) {
        int longest = 0;
        for (String name : byFirstWord.getOrDefault(firstWord(text, at), List.of())) {
            int end = at + name.length();
            boolean whole = end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (whole && name.length() > longest && text.startsWith(name, at)) longest = name.length();
        }
        return longest;
    }

    boolean areNamed() {
        return !byFirstWord.isEmpty();
    }

    private static String firstWord(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) end++;
        return text.substring(from, end);
    }

    /** Whoever is no contact is shown with a tilde. */
    private static String plain(String name) {
        String plain = Glyphs.plain(name).toLowerCase(Locale.ROOT);
        int start = 0;
        while (start < plain.length() && (plain.charAt(start) == '~' || plain.charAt(start) == ' ')) start++;
        return plain.substring(start).strip();
    }
}
