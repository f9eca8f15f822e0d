package id.rekap.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What the files of one delivery have said so far. */
final class Entries {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final FollowerNames names = new FollowerNames();
    private int refused;
    private long newest;

    /** @param seconds since 1970, or 0 where the entry has no time */
    void add(EntryName entry, long seconds) throws ExportRefused {
        String name = entry.sure();
        if (name == null) {
            refused++;
        } else {
            names.add(name);
        }
        if (names.size() > FollowerNames.MOST) {
            throw new ExportRefused(ExportProblem.TOO_LARGE, String.valueOf(FollowerNames.MOST));
        }
        newest = Math.max(newest, seconds);
    }

    FollowerNames names() {
        return names;
    }

    int refused() {
        return refused;
    }

    /** The day of the newest entry, or null where none has a time. */
    @Nullable
    LocalDate newestDay() {
        return newest == 0 ? null : LocalDate.ofInstant(Instant.ofEpochSecond(newest), ZONE);
    }
}
