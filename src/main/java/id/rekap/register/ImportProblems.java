package id.rekap.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Why an import is refused, in the order of its rows; of a file that is wrong everywhere the rest is counted. */
final class ImportProblems {
    static final int MOST = 10_000;

    private final List<Found> kept = new ArrayList<>();
    private long more;

    /** Problems of rows come first, then what the import as a whole finds wrong with them. */
    enum About {
        ROW,
        GROUP,
        REGISTER
    }

    private record Found(About about, long row, Problem problem) {}

    /** @param row its number in the import */
    void add(About about, long row, Problem problem) {
        if (kept.size() < MOST) {
            kept.add(new Found(about, row, problem));
        } else {
            more++;
        }
    }

    /** Takes problems of which whoever found them keeps no more than so many: all of them. */
    void addAll(About about, long row, List<Problem> problems) {
        problems.forEach(problem -> kept.add(new Found(about, row, problem)));
    }

    void uncounted(long others) {
        more += others;
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    List<Problem> all() {
        List<Problem> all = new ArrayList<>(kept.stream()
                .sorted(Comparator.comparing(Found::about).thenComparing(Found::row))
                .map(Found::problem)
                .toList());
        if (more > 0) {
            all.add(new Problem(
                    "",
                    "",
                    null,
                    "",
                    more + " more problems, not listed",
                    "",
                    "Correct what is listed and import again"));
        }
        return all;
    }
}
