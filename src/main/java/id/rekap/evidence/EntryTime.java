package id.rekap.evidence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** When somebody began to follow, as exports write it: seconds since 1970, or a time of ISO 8601. */
final class EntryTime {
    static final long NONE = 0;

    /** Before there was an Instagram: some other number. */
    private static final long EARLIEST = 1_000_000_000L;

    /** Later than any second of this century: milliseconds. */
    private static final long MILLISECONDS = 100_000_000_000L;

    private EntryTime() {}

    static long of(long number) {
        long seconds = number >= MILLISECONDS ? number / 1_000 : number;
        return seconds >= EARLIEST && seconds < MILLISECONDS ? seconds : NONE;
    }

    /** {@link #NONE} where it is no time. */
    static long of(String text) {
        try {
            if (text.length() > 19) {
                return OffsetDateTime.parse(text).toEpochSecond();
            }
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toEpochSecond(ZoneOffset.UTC)
                    : LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return NONE;
        }
    }
}
