package id.rekap.register;

import java.util.Arrays;
import java.util.List;

/** Several names or numbers in one cell, separated by a bar. */
final class Aliases {
    private Aliases() {}

    static List<String> split(String written) {
        return Arrays.stream(written.split("\\|"))
                .map(Blank::trimmed)
                .filter(s -> !s.isEmpty())
                .distinct()
                .toList();
    }

    static String joined(List<String> names) {
        return String.join("|", names);
    }
}
