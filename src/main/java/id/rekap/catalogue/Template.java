package id.rekap.catalogue;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A sentence with {@code {0}}, {@code {1}} … in it. Not MessageFormat: an apostrophe is an apostrophe here. */
record Template(String text) {
    SortedSet<Integer> placeholders() {
        var found = new TreeSet<Integer>();
        for (int i = 0; i < text.length(); i++) {
            if (isPlaceholder(i)) {
                found.add(text.charAt(i + 1) - '0');
            }
        }
        return found;
    }

    /** The sentence with its values; a value that is empty leaves no blank behind. */
    String fill(List<String> values) {
        var out = new StringBuilder(text.length() + 40);
        for (int i = 0; i < text.length(); i++) {
            if (isPlaceholder(i)) {
                out.append(values.get(text.charAt(i + 1) - '0'));
                i += 2;
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString().strip();
    }

    private boolean isPlaceholder(int at) {
        return at + 2 < text.length()
                && text.charAt(at) == '{'
                && text.charAt(at + 1) >= '0'
                && text.charAt(at + 1) <= '9'
                && text.charAt(at + 2) == '}';
    }
}
