package id.rekap.mandate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the employment type that a register or a list means: by its code, by one of its names, or by the longest beginning
 * that the text has. Registers write behind the type where somebody works ({@code PNS Daerah Kab./Kota yang bekerja pada
 * …}), in more ways than a list of whole names can hold.
 */
public final class TypeWords {
    /** Texts whose type is remembered; a column that is not the type's may hold another text in each row. */
    private static final int MOST_REMEMBERED = 1_000;

    private static final String ANYTHING = "*";

    private final Map<String, EmploymentType> whole = new HashMap<>();
    private final Map<String, EmploymentType> beginnings =
            new TreeMap<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    private final Map<String, Optional<EmploymentType>> remembered = new HashMap<>();

    public TypeWords(List<EmploymentType> types) {
        for (EmploymentType type : types) {
            whole.putIfAbsent(Header.folded(type.code()), type);
            for (String name : type.names()) {
                String words = name.replace(ANYTHING, "");
                whole.putIfAbsent(Header.folded(words), type);
                if (name.endsWith(ANYTHING)) {
                    beginnings.putIfAbsent(words(words), type);
                }
            }
        }
    }

    /** The type that is meant; empty where no name or beginning is the text's. */
    public Optional<EmploymentType> named(String written) {
        Optional<EmploymentType> known = remembered.get(written);
        if (known == null) {
            known = find(written);
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(written, known);
            }
        }
        return known;
    }

    private Optional<EmploymentType> find(String written) {
        EmploymentType type = whole.get(Header.folded(written));
        if (type != null) {
            return Optional.of(type);
        }
        String words = words(written);
        return beginnings.entrySet().stream()
                .filter(beginning -> begins(words, beginning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The type one of whose names the text has at its beginning, else anywhere; for proposals, never for reading. */
    public static Optional<EmploymentType> resembling(String written, List<EmploymentType> types) {
        String words = words(written);
        EmploymentType nearest = null;
        int most = 0;
        for (EmploymentType type : types) {
            for (String name :
                    Stream.concat(Stream.of(type.code()), type.names().stream()).toList()) {
                String of = words(name);
                int reproduction =
                        begins(words, of) ? words.length() + of.length() : holds(words, of) ? of.length() : 0;
                if (reproduction > most) {
                    most = reproduction;
                    nearest = type;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Whether a mandate can have this name: words, and {@code *} at most as the last of them. */
    public static boolean usable(String name) {
        int star = name.indexOf(ANYTHING);
        return !words(name).isEmpty() && (star < 0 || star == name.length() - 1);
    }

    private static boolean begins(String words, String beginning) {
        return words.startsWith(beginning)
                && (words.length() == beginning.length() || words.charAt(beginning.length()) == ' ');
    }

    private static boolean holds(String words, String part) {
        return (" " + words + " ").contains(" " + part + " ");
    }

    /** Letters and digits, in small letters, one blank between words. */
    private static String words(String written) {
        StringBuilder words = new StringBuilder(written.length());
        boolean gap = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (gap && words.length() > 0) {
                    words.append(' ');
                }
                gap = false;
                words.append(c);
            } else if (Character.getType(c) != Character.FORMAT) {
                gap = true;
            }
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }
}
