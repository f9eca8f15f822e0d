package id.rekap.nightly;

/**
 * How a run's shards are worked on.
 *
 * @param atOnce by this process
 * @param shared with workers of other machines, too
 */
public record Capacity(int atOnce, boolean shared) {
    /**
     * Small enough that nobody waits long for the last one, large enough that a shard's queries cost little; two, three, four or
     * six processes take as many each.
     */
    private static final int SHARES_OF_A_PROCESS = 12;

    private static final int MOST = 96;

    int shards() {
        return shared ? Math.min(MOST, atOnce * SHARES_OF_A_PROCESS) : atOnce;
    }
}
