package id.rekap.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names in the order in which people number them. */
class NaturalOrderTest {
    @Test
    void numbersInNamesAreComparedAsNumbers() {
        List<String> ordered = List.of(
                "ralat 2.csv",
                "Ralat 9.csv",
                "ralat 09.csv.bak",
                "RALAT 10.csv",
                "ralat 10a.csv",
                "ralat 10b.csv",
                "ralat 99999999999999999999998.csv",
                "ralat 99999999999999999999999.csv",
                "ralat a.csv",
                "ralat a1.csv",
                "ralat b.csv");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.reverse(shuffled);
        shuffled.sort(NaturalOrder.OF_NAMES);
        assertThat(shuffled).containsExactlyElementsOf(ordered);
    }

    @Test
    void onlyEqualNamesAreEqual() {
        assertThat(NaturalOrder.OF_NAMES.compare("ralat 9", "ralat 09")).isNotZero();
        assertThat(NaturalOrder.OF_NAMES.compare("ralat 9", "ralat 9")).isZero();
    }
}
