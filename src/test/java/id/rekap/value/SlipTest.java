package id.rekap.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipTest {
    @ParameterizedTest
    @CsvSource({
        "123456, 123956, one wrong",
        "123456, 923456, the first wrong",
        "123456, 123459, the last wrong",
        "123456, 12456, one missing",
        "123456, 12345, the last missing",
        "123456, 1233456, one extra",
        "123456, 0123456, one extra in front",
        "123456, 124356, neighbours swapped",
        "123456, 213456, the first two swapped",
        "123456, 123465, the last two swapped",
        "1, '', all missing",
    })
    void seesOneSlipFromBothSides(String a, String b, String why) {
        assertThat(Slip.oneApart(a, b)).as(why).isTrue();
        assertThat(Slip.oneApart(b, a)).as(why).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "123456, 123456, equal",
        "123456, 129956, two wrong",
        "123456, 143256, swapped over one",
        "123456, 1234, two missing",
        "123456, 134657, missing and wrong",
        "123456, 12354, missing and swapped",
        "1234, 2143, two swaps",
        "'', '', nothing",
    })
    void seesNoSlipInEqualOrOtherNumbers(String a, String b, String why) {
        assertThat(Slip.oneApart(a, b)).as(why).isFalse();
        assertThat(Slip.oneApart(b, a)).as(why).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "123956, 123456, WRONG, 4, 9, 4",
        "12456, 123456, MISSING, 3, '', 3",
        "112345, 12345, EXTRA, 2, 1, ''",
        "1233, 123, EXTRA, 4, 3, ''",
        "124356, 123456, SWAPPED, 3, 43, 34",
    })
    void saysWhichDigitItWas(String written, String meant, Slip.Kind kind, int digit, String wrong, String right) {
        assertThat(Slip.between(written, meant)).isEqualTo(new Slip(kind, digit, wrong, right));
    }

    @Test
    void agreesWithTheDefinitionOnRandomNumbers() {
        var random = new Random(480263);
        for (int i = 0; i < 20_000; i++) {
            String a = digits(random, 1 + random.nextInt(7));
            String b = random.nextBoolean() ? slipped(a, random) : digits(random, 1 + random.nextInt(7));
            assertThat(Slip.oneApart(a, b)).as(a + " " + b).isEqualTo(byDefinition(a, b));
        }
    }

    private static String digits(Random random, int length) {
        var digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(3)));
        }
        return digits.toString();
    }

    private static String slipped(String number, Random random) {
        var slipped = new StringBuilder(number);
        for (int n = 1 + random.nextInt(2); n > 0 && slipped.length() > 1; n--) {
            int at = random.nextInt(slipped.length());
            switch (random.nextInt(3)) {
                case 0 -> slipped.deleteCharAt(at);
                case 1 -> slipped.insert(at, random.nextInt(3));
                default ->
                    slipped.insert(random.nextInt(slipped.length()), slipped.charAt(at))
                            .deleteCharAt(at);
            }
        }
        return slipped.toString();
    }

    private static boolean byDefinition(String a, String b) {
        if (a.equals(b)) {
            return false;
        }
        for (int i = 0; i < a.length(); i++) {
            String before = a.substring(0, i);
            String after = a.substring(i + 1);
            if ((before + after).equals(b)) {
                return true;
            }
            if (b.length() == a.length() && b.startsWith(before) && b.endsWith(after)) {
                return true;
            }
            if (!after.isEmpty() && (before + after.charAt(0) + a.charAt(i) + after.substring(1)).equals(b)) {
                return true;
            }
        }
        return b.length() > a.length() && byDefinition(b, a);
    }
}
