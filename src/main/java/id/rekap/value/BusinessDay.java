package id.rekap.value;

import java.time.ZoneId;

/** Whose days business dates are, wherever a machine stands and a schedule's clock is. */
public final class BusinessDay {
    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private BusinessDay() {}
}
