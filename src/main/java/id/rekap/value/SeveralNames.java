package id.rekap.value;

import java.util.ArrayList;
import java.util.List;

/** A cell with more than one word: two accounts, or a person's display name. */
final class SeveralNames {
    private static final String SEPARATORS = ",;&|+/";

    private SeveralNames() {}

    static boolean isSeveral(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ' ' || SEPARATORS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    static Reason reason(String lower) {
        boolean separated = false;
        boolean marked = true;
        boolean accountLike = true;
        List<String> words = words(lower);
        List<String> names = new ArrayList<>();
        for (String word : words) {
            if (word.equals("dan") || word.equals("atau") || (word.length() == 1 && SEPARATORS.contains(word))) {
                separated |= !names.isEmpty();
                continue;
            }
            String name = word.startsWith("@") ? word.substring(1) : word;
            if (name.isEmpty()) {
                continue;
            }
            if (!HandleName.isValid(name)) {
                return HandleLink.isLink(name) && words.size() > 1 ? linkAmong(words) : otherwise(words);
            }
            marked &= name.length() < word.length();
            accountLike &= !isWord(name);
            names.add(name);
        }
        if (names.size() < 2) {
            return Reason.CHARACTERS;
        }
        boolean each = separated && names.size() == separators(words) + 1;
        return each || marked || accountLike ? Reason.TWO_HANDLES : Reason.DISPLAY_NAME;
    }

    private static Reason linkAmong(List<String> words) {
        long links = words.stream().filter(HandleLink::isLink).count();
        return links > 1 ? Reason.TWO_HANDLES : Reason.DISPLAY_NAME;
    }

    private static Reason otherwise(List<String> words) {
        return words.size() - separators(words) > 1 ? Reason.DISPLAY_NAME : Reason.CHARACTERS;
    }

    private static int separators(List<String> words) {
        int separators = 0;
        for (String word : words) {
            boolean sign = word.length() == 1 && SEPARATORS.contains(word);
            separators += sign || word.equals("dan") || word.equals("atau") ? 1 : 0;
        }
        return separators;
    }

    /** Separators come out as words of their own, a slash only where it stands alone: links are full of them. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean sign = c != '/' && SEPARATORS.indexOf(c) >= 0;
            if (c == ' ' || sign) {
                if (i > from) {
                    words.add(text.substring(from, i));
                }
                if (sign) {
                    words.add(String.valueOf(c));
                }
                from = i + 1;
            }
        }
        return words;
    }

    /** Letters alone are as likely a given name as an account. */
    private static boolean isWord(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < 'a' || name.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }
}
