package id.rekap.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardsTest {
    private static final int AGENCIES = 300;

    /** The largest shard is the last to end: with one of twice the size a third process would gain nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"%05d", "OPD-%d", "1.01.%d.0000"})
    void codesThatFollowOneAnotherAreDealtEvenly(String code) {
        for (int shards : List.of(1, 2, 4, 8, 12)) {
            int[] sizes = new int[shards];
            IntStream.range(0, AGENCIES).forEach(i -> sizes[NightPlan.shard(code.formatted(i), shards)]++);
            assertThat(IntStream.of(sizes).max().orElseThrow()).isLessThanOrEqualTo(AGENCIES / shards * 5 / 4);
        }
    }
}
