package id.rekap.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** People who have met something, of those who owe it, and how that may be shown to everyone. */
public record Share(int headcount, int due, int met) {
    /** Fewer people than this would be recognised by their colleagues. */
    static final int SMALLEST_SHOWN = 3;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Too few people to be shown. */
    public boolean suppressed() {
        return isSmall(headcount) || isSmall(due);
    }

    /** A rate, {@code < 3} for too few people, a dash where nobody owes anything. */
    String shown(Wording words) {
        return suppressed() ? words.text("suppressed") : rate(words);
    }

    String rate(Wording words) {
        return due == 0 ? words.text("nobody") : words.percent(percent());
    }

    /** A number of these people, unless they are too few. */
    String shown(Wording words, int number) {
        return suppressed() ? words.text("suppressed") : words.number(number);
    }

    /** With one decimal, half up, as it is shown. */
    public BigDecimal percent() {
        return percent(1);
    }

    BigDecimal percent(int decimals) {
        return due == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(met)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(due), decimals, RoundingMode.HALF_UP);
    }

    static boolean isSmall(int people) {
        return people > 0 && people < SMALLEST_SHOWN;
    }
}
