package id.rekap.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.claims.Count;
import id.rekap.mandate.Group;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupCountTest {
    private static final int ROUNDS = 1_000;

    private static GroupCount of(int register, int rows, int following, int people, int claimed) {
        return new GroupCount("1.01", Group.ASN, register, rows, following, new Count(people, claimed), true);
    }

    @Test
    void aDifferenceIsTheSumOfItsReasons() {
        Random random = new Random(7);
        for (int i = 0; i < ROUNDS; i++) {
            int register = random.nextInt(20);
            int rows = random.nextInt(register + 1);
            int people = random.nextInt(25);
            GroupCount count = of(register, rows, random.nextInt(rows + 1), people, random.nextInt(people + 1));
            int sum = count.reasons().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertThat(count.difference()).as(count.toString()).isEqualTo(sum);
            assertThat(count.reasons().values()).doesNotContain(0);
        }
    }

    @Test
    void nothingDiffersWithoutAListOrAClaim() {
        GroupCount silent = new GroupCount("1.01", Group.ASN, 5, 0, 0, new Count(5, 5), false);
        GroupCount unclaimed = new GroupCount("1.01", Group.ASN, 5, 4, 3, null, true);
        assertThat(silent.difference()).isNull();
        assertThat(unclaimed.difference()).isNull();
        assertThat(silent.reasons()).isEmpty();
        assertThat(of(5, 4, 3, 5, 3).differs()).isFalse();
    }
}
