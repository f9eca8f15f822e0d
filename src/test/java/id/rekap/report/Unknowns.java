package id.rekap.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What somebody knows of whole numbers who has sums of them: none is negative, each sum lies between two bounds. Works out
 * all that follows from each sum by itself and from what is left of the sums when they are subtracted from each other
 * (exact elimination), and tries each value of a small range. Knows nothing of how Rekap hides numbers.
 */
final class Unknowns {
    /** No office has so many people. */
    static final long MOST = 1_000_000;

    private static final int TRIED = 12;

    private final Map<String, Integer> names = new HashMap<>();
    private final List<Long> low = new ArrayList<>();
    private final List<Long> high = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final List<List<Integer>> sumsOf = new ArrayList<>();

    /** {@code from <= coefficients times numbers <= to}. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Sum(int[] of, long[] times, long from, long to) {}

    record Range(long low, long high) {
        boolean isOne() {
            return low == high;
        }
    }

    private int number(String name) {
        return names.computeIfAbsent(name, n -> {
            low.add(0L);
            high.add(MOST);
            sumsOf.add(new ArrayList<>());
            return low.size() - 1;
        });
    }

    void between(Map<String, Long> coefficients, long from, long to) {
        NavigableMap<Integer, Long> row = new TreeMap<>();
        coefficients.forEach((name, times) -> row.merge(number(name), times, Long::sum));
        row.values().removeIf(times -> times == 0);
        add(row, from, to);
    }

    void equal(Map<String, Long> coefficients, long sum) {
        between(coefficients, sum, sum);
    }

    private void add(NavigableMap<Integer, Long> row, long from, long to) {
        int at = sums.size();
        row.keySet().forEach(i -> sumsOf.get(i).add(at));
        sums.add(new Sum(
                row.keySet().stream().mapToInt(i -> i).toArray(),
                row.values().stream().mapToLong(c -> c).toArray(),
                from,
                to));
    }

    /** What is known and yet not so, were these the numbers, and all others 0. */
    List<String> contradicted(Map<String, Long> truth) {
        Map<Integer, String> named = new HashMap<>();
        names.forEach((name, i) -> named.put(i, name));
        List<String> wrong = new ArrayList<>();
        for (Sum sum : sums) {
            long is = 0;
            boolean isWhole = true;
            StringBuilder said = new StringBuilder();
            for (int k = 0; k < sum.of.length; k++) {
                String name = named.getOrDefault(sum.of[k], "");
                isWhole &= !name.startsWith("has ");
                is += sum.times[k] * truth.getOrDefault(name, 0L);
                said.append(' ').append(sum.times[k]).append(' ').append(name);
            }
            if (isWhole && (is < sum.from || is > sum.to)) {
                wrong.add(sum.from + " <=" + said + " <= " + sum.to + ", but " + is);
            }
        }
        return wrong;
    }

    /** Everything that follows, before one asks for a range. */
    void workOut() {
        long[] from = low.stream().mapToLong(x -> x).toArray();
        long[] to = high.stream().mapToLong(x -> x).toArray();
        if (!narrow(from, to, all())) {
            throw new IllegalStateException("What is known contradicts itself");
        }
        int before = sums.size();
        for (NavigableMap<Integer, Long> row : eliminated(from, to)) {
            long sum = Objects.requireNonNullElse(row.remove(-1), 0L);
            add(row, sum, sum);
        }
        List<Integer> fresh = new ArrayList<>();
        for (int i = before; i < sums.size(); i++) {
            fresh.add(i);
        }
        if (!narrow(from, to, fresh)) {
            throw new IllegalStateException("What follows contradicts itself");
        }
        for (int i = 0; i < from.length; i++) {
            low.set(i, from[i]);
            high.set(i, to[i]);
        }
    }

    /** Where a number lies for sure; a small range without the values at its ends that cannot be. */
    Range range(String name) {
        int i = names.getOrDefault(name, -1);
        if (i < 0) {
            return new Range(0, MOST);
        }
        long from = low.get(i);
        long to = high.get(i);
        for (int tried = 0; tried < TRIED && from < to && !isPossible(i, from); tried++) {
            from++;
        }
        for (int tried = 0; tried < TRIED && from < to && !isPossible(i, to); tried++) {
            to--;
        }
        return new Range(from, to);
    }

    private boolean isPossible(int i, long value) {
        long[] from = low.stream().mapToLong(x -> x).toArray();
        long[] to = high.stream().mapToLong(x -> x).toArray();
        from[i] = value;
        to[i] = value;
        return narrow(from, to, sumsOf.get(i));
    }

    private List<Integer> all() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            all.add(i);
        }
        return all;
    }

    /** Bounds of each number from those of the others in its sums, until nothing moves; false for a contradiction. */
    private boolean narrow(long[] from, long[] to, List<Integer> first) {
        ArrayDeque<Integer> waiting = new ArrayDeque<>(first);
        boolean[] waits = new boolean[sums.size()];
        first.forEach(i -> waits[i] = true);
        int steps = 0;
        while (!waiting.isEmpty() && steps++ < 200_000) {
            int at = waiting.remove();
            waits[at] = false;
            Sum sum = sums.get(at);
            long least = 0;
            long most = 0;
            for (int k = 0; k < sum.of.length; k++) {
                long c = sum.times[k];
                least += c > 0 ? c * from[sum.of[k]] : c * to[sum.of[k]];
                most += c > 0 ? c * to[sum.of[k]] : c * from[sum.of[k]];
            }
            if (least > sum.to || most < sum.from) {
                return false;
            }
            for (int k = 0; k < sum.of.length; k++) {
                int i = sum.of[k];
                long c = sum.times[k];
                long ownLeast = c > 0 ? c * from[i] : c * to[i];
                long ownMost = c > 0 ? c * to[i] : c * from[i];
                long upTo = sum.to - (least - ownLeast);
                long downTo = sum.from - (most - ownMost);
                long lower = c > 0 ? ceil(downTo, c) : ceil(-upTo, -c);
                long upper = c > 0 ? Math.floorDiv(upTo, c) : Math.floorDiv(-downTo, -c);
                if (lower > from[i] || upper < to[i]) {
                    from[i] = Math.max(from[i], lower);
                    to[i] = Math.min(to[i], upper);
                    if (from[i] > to[i]) {
                        return false;
                    }
                    for (int other : sumsOf.get(i)) {
                        if (!waits[other]) {
                            waits[other] = true;
                            waiting.add(other);
                        }
                    }
                    least += (c > 0 ? c * from[i] : c * to[i]) - ownLeast;
                    most += (c > 0 ? c * to[i] : c * from[i]) - ownMost;
                }
            }
        }
        return true;
    }

    private static long ceil(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }

    /** The equations in reduced echelon form, without the numbers that are known; the sum under -1. */
    private List<NavigableMap<Integer, Long>> eliminated(long[] from, long[] to) {
        Map<Integer, NavigableMap<Integer, Long>> byPivot = new TreeMap<>();
        for (Sum sum : List.copyOf(sums)) {
            if (sum.from != sum.to) {
                continue;
            }
            NavigableMap<Integer, Long> row = new TreeMap<>();
            long right = sum.to;
            for (int k = 0; k < sum.of.length; k++) {
                int i = sum.of[k];
                if (from[i] == to[i]) {
                    right -= sum.times[k] * from[i];
                } else {
                    row.put(i, sum.times[k]);
                }
            }
            row.put(-1, right);
            for (Integer pivot : List.copyOf(row.keySet())) {
                if (pivot >= 0 && row.containsKey(pivot) && byPivot.containsKey(pivot)) {
                    subtract(row, byPivot.get(pivot), pivot);
                }
            }
            row.values().removeIf(c -> c == 0);
            Integer pivot = row.higherKey(-1);
            row.putIfAbsent(-1, 0L);
            if (pivot == null) {
                continue;
            }
            for (NavigableMap<Integer, Long> other : byPivot.values()) {
                if (other.containsKey(pivot)) {
                    subtract(other, row, pivot);
                }
            }
            byPivot.put(pivot, row);
        }
        return List.copyOf(byPivot.values());
    }

    /** Takes the pivot out of a row with a multiple of another one that has it. */
    private static void subtract(NavigableMap<Integer, Long> row, NavigableMap<Integer, Long> other, int pivot) {
        long mine = row.getOrDefault(pivot, 0L);
        long its = other.getOrDefault(pivot, 0L);
        row.replaceAll((i, c) -> Math.multiplyExact(c, its));
        other.forEach((i, c) -> row.merge(i, -Math.multiplyExact(c, mine), Math::addExact));
        row.entrySet().removeIf(e -> e.getKey() >= 0 && e.getValue() == 0);
        row.putIfAbsent(-1, 0L);
        long divisor = 0;
        for (long c : row.values()) {
            divisor = gcd(divisor, Math.abs(c));
        }
        if (divisor > 1) {
            long by = divisor;
            row.replaceAll((i, c) -> c / by);
        }
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
