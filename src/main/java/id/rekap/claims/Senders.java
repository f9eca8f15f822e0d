package id.rekap.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who wrote in a chat, each with a running mark that stands for the name. */
final class Senders {
    /** A group has 1,024 members; whoever comes later shares a mark. */
    private static final int MOST = 20_000;

    private static final String OTHERS = "Pengirim lain";

    private final Map<String, String> marks = new LinkedHashMap<>();
    /** What stands in texts for a name, or a part of it that several may have. */
    private final Map<String, String> inTexts = new HashMap<>();
    /** Names that are looked for in texts, by their first word. */
    private final Map<String, List<String>> byFirstWord = new HashMap<>();

    private final FirstWords firstWords = new FirstWords();
    /** The marks of names as heads write them. */
    private final Map<String, String> written = new HashMap<>();

    private final AgencyNames agencies;

    Senders(AgencyNames agencies) {
        this.agencies = agencies;
    }

    void add(ChatLine line) {
        if (line.isMessage()) add(line.name());
        else if (line.header() == null) addCopied(line.text());
    }

    /** Of a message that was copied into another with its head. */
    private void addCopied(String line) {
        MessageHeader copied = HeaderScanner.scan(line);
        int end = copied == null ? -1 : ChatLine.nameEnd(line, copied.end());
        if (copied != null && end >= 0) add(line.substring(copied.end(), end));
    }

    private void add(String head) {
        if (written.containsKey(head)) return;
        String name = plain(head);
        if (!name.isEmpty() && !marks.containsKey(name) && marks.size() < MOST) {
            String mark = "Pengirim " + (marks.size() + 1);
            marks.put(name, mark);
            for (String part : OwnNames.of(name, agencies)) lookFor(part, part.equals(name), mark);
        }
        if (written.size() < MOST) written.put(head, marks.getOrDefault(name, OTHERS));
    }

    private void lookFor(String part, boolean whole, String mark) {
        String known = inTexts.putIfAbsent(part, mark);
        if (known == null) {
            String first = firstWord(part, 0);
            byFirstWord.computeIfAbsent(first, w -> new ArrayList<>()).add(part);
            firstWords.add(first);
        } else if (whole) {
            inTexts.put(part, mark);
        } else if (!known.equals(mark) && !marks.containsKey(part)) {
            inTexts.put(part, OTHERS);
        }
    }

    String mark(String head) {
        String known = written.get(head);
        return known == null ? marks.getOrDefault(plain(head), OTHERS) : known;
    }

    /** Of a name that was found in a folded text. */
    String markInText(String found) {
        return inTexts.getOrDefault(found, OTHERS);
    }

    /** As long as before: in lower case character by character, and one kind of blank. */
    static String folded(String text) {
        var out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            out.setCharAt(i, Glyphs.isBlank(c) ? ' ' : Character.toLowerCase(c));
        }
        return out.toString();
    }

    /** The length of the sender's name that begins at this word of a text in lower case, 0 where none does. */
    int nameAt(String text, int at) {
        int longest = 0;
        for (String name : byFirstWord.getOrDefault(firstWord(text, at), List.of())) {
            int end = at + name.length();
            boolean whole = end >= text.length() || !Glyphs.isLetterOrDigit(text.charAt(end));
            if (whole && name.length() > longest && text.startsWith(name, at)) longest = name.length();
        }
        return longest;
    }

    /** False where nobody is. */
    boolean mayBeNamedIn(String text) {
        return firstWords.mayBeIn(text);
    }

    boolean mayBeNamedIn(byte[] ascii) {
        return firstWords.mayBeIn(ascii);
    }

    private static String firstWord(String text, int from) {
        int end = from;
        while (end < text.length() && Glyphs.isLetterOrDigit(text.charAt(end))) end++;
        return text.substring(from, end);
    }

    /** Whoever is no contact is shown with a tilde. */
    private static String plain(String name) {
        String plain = folded(Glyphs.plain(name));
        int start = 0;
        while (start < plain.length() && (plain.charAt(start) == '~' || plain.charAt(start) == ' ')) start++;
        return plain.substring(start).strip();
    }
}
