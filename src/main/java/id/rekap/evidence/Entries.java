package id.rekap.evidence;

import id.rekap.value.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the files of one delivery have said so far. */
final class Entries {
    private final FollowerNames names = new FollowerNames();
    private final int most;
    private int refused;
    private long newest;

    /** @param most names that are kept; more are refused */
    Entries(int most) {
        this.most = most;
    }

    /** @param seconds since 1970, or 0 where the entry has no time */
    void add(EntryName entry, long seconds) throws ExportRefused {
        if (entry.isSure()) {
            entry.addTo(names);
        } else {
            refused++;
        }
        if (names.size() > most) {
            throw new ExportRefused(ExportProblem.TOO_LARGE, String.valueOf(most));
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
        return newest == 0 ? null : LocalDate.ofInstant(Instant.ofEpochSecond(newest), BusinessDay.ZONE);
    }
}
