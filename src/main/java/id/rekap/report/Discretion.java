package id.rekap.report;

import id.rekap.report.page.Share;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which parts of a whole may be shown beside it. Too few people are never shown; and where they could be worked out from
 * the whole and the parts that are shown, the next smallest part is withheld too.
 */
final class Discretion<K> {
    private final Map<K, Share> parts = new LinkedHashMap<>();
    private final Map<K, Shown> hidden = new LinkedHashMap<>();

    /** Whether a number may be shown, and why not. */
    enum Shown {
        YES,
        TOO_FEW,
        WITHHELD
    }

    void add(K part, Share people) {
        parts.put(part, people);
        if (people.suppressed()) {
            hidden.put(part, Shown.TOO_FEW);
        }
    }

    /** Withholds more of these parts until their sum tells nothing about few people. */
    void guard(Predicate<K> line) {
        while (true) {
            List<K> missing = hidden.keySet().stream().filter(line).toList();
            Share together = missing.stream()
                    .map(part -> parts.getOrDefault(part, Share.NONE))
                    .reduce(Share.NONE, Share::plus);
            if (missing.isEmpty() || (missing.size() > 1 && !together.suppressed())) {
                return;
            }
            Optional<K> next = parts.keySet().stream()
                    .filter(line)
                    .filter(part -> of(part) == Shown.YES && people(part) > 0)
                    .min(Comparator.comparing(this::people));
            if (next.isEmpty()) {
                return;
            }
            hidden.put(next.get(), Shown.WITHHELD);
        }
    }

    Shown of(K part) {
        return hidden.getOrDefault(part, Shown.YES);
    }

    private int people(K part) {
        return parts.getOrDefault(part, Share.NONE).due();
    }
}
