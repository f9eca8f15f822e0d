package id.rekap.report.page;

import java.util.ArrayList;
import java.util.List;

/** For how many published nights the open exceptions of a kind have been open. */
final class Ages {
    /** The youngest night of each class of age: tonight, within a week, within a month, longer. */
    static final List<Integer> FROM = List.of(1, 2, 8, 31);

    private final int[] open = new int[FROM.size()];
    private int oldest;

    void add(int nights) {
        int at = FROM.size() - 1;
        while (at > 0 && nights < FROM.get(at)) {
            at--;
        }
        open[at]++;
        oldest = Math.max(oldest, nights);
    }

    /** How many of each class, youngest first. */
    List<Integer> open() {
        List<Integer> numbers = new ArrayList<>();
        for (int n : open) {
            numbers.add(n);
        }
        return numbers;
    }

    int total() {
        int total = 0;
        for (int n : open) {
            total += n;
        }
        return total;
    }

    int oldest() {
        return oldest;
    }
}
