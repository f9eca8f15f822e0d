package id.rekap.tabular;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The day numbers that spreadsheets keep dates as. */
final class ExcelDate {
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    /** 29 February 1900, which spreadsheets count and calendars don't. */
    private static final int NO_SUCH_DAY = 60;

    private static final int LAST = 2_958_465;
    private static final int SECONDS = 86_400;

    private ExcelDate() {}

    /** ISO date, time of day, or both; null where no calendar has that day. */
    static @Nullable String iso(String number, boolean from1904) {
        double serial;
        try {
            serial = Double.parseDouble(number);
        } catch (NumberFormatException e) {
            return null;
        }
        if (!(serial >= 0 && serial < LAST + 1)) return null;
        long seconds = Math.round(serial * SECONDS);
        long day = seconds / SECONDS;
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS);
        if (day == 0 && !from1904) return time.toString();
        if (day == NO_SUCH_DAY && !from1904) return null;
        LocalDate epoch = from1904 ? EPOCH_1904 : day < NO_SUCH_DAY ? EPOCH.plusDays(1) : EPOCH;
        LocalDate date = epoch.plusDays(day);
        return time.equals(LocalTime.MIDNIGHT)
                ? date.toString()
                : LocalDateTime.of(date, time).toString();
    }
}
