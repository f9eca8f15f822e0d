package id.rekap.claims;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What of a contact's name is a person's: {@code budi santoso}, {@code budi}, {@code santoso} of {@code budi santoso dinas
 * sosial}.
 */
final class OwnNames {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** A shorter word alone may be any word. */
    private static final int SHORTEST_WORD = 4;

    private static final int SHORTEST = 3;

    private OwnNames() {}

    /** The name, in lower case, and its parts; none where all of it are words of reports and agencies. */
    static Set<String> of(String name, AgencyNames agencies) {
        Set<String> parts = new LinkedHashSet<>();
        List<MatchResult> words = WORD.matcher(name).results().toList();
        int first = -1;
        for (int i = 0; i <= words.size(); i++) {
            boolean ofName = i < words.size() && isOwn(words.get(i).group(), agencies);
            if (ofName && words.get(i).group().length() >= SHORTEST_WORD)
                parts.add(words.get(i).group());
            if (ofName && first < 0) first = i;
            if (ofName || first < 0) continue;
            String part =
                    name.substring(words.get(first).start(), words.get(i - 1).end());
            if (part.length() >= SHORTEST) parts.add(part);
            first = -1;
        }
        boolean own =
                words.stream().map(MatchResult::group).anyMatch(word -> word.length() > 1 && isOwn(word, agencies));
        if (own) parts.add(name.substring(words.get(0).start()));
        return parts;
    }

    private static boolean isOwn(String word, AgencyNames agencies) {
        return word.chars().anyMatch(Character::isLetter)
                && Vocabulary.of(word) == null
                && !Vocabulary.isBeginning(word)
                && !NumberWords.isOne(word)
                && !agencies.haveWord(word);
    }
}
