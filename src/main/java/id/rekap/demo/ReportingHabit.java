package id.rekap.demo;

import java.util.SplittableRandom;

/**
 * What a person has done about the circular. A duty is done from the night on whose share of willing people exceeds
 * the person's reluctance, so that compliance only ever rises.
 */
record ReportingHabit(double account, double humas, double mediaCenter, double repost, int reposts, int family) {
    private static final double[] WILLING = {0.58, 0.71, 0.79};

    /** Of the first nights as written; then ever slower towards nearly everybody. */
    private static double willing(int night) {
        int last = WILLING.length;
        return night <= last ? WILLING[night - 1] : WILLING[last - 1] + 0.15 * (night - last) / (night - last + 9.0);
    }

    static ReportingHabit draw(SplittableRandom random) {
        return new ReportingHabit(
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                1 + random.nextInt(6),
                Math.max(0, random.nextInt(8) - 3));
    }

    boolean hasAccount(int night) {
        return account < willing(night) + 0.2;
    }

    boolean followsHumas(int night) {
        return hasAccount(night) && humas < willing(night) + 0.1;
    }

    boolean followsMediaCenter(int night) {
        return hasAccount(night) && mediaCenter < willing(night);
    }

    int reposts(int night) {
        return hasAccount(night) && repost < willing(night) - 0.1 ? reposts + night : 0;
    }
}
