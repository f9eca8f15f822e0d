package id.rekap.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one delivery of an account's export says.
 *
 * @param date of the export in Asia/Jakarta: of its ZIP's name, else of its newest entry; null where nothing says it
 * @param entries the handles in it, each once
 * @param refused entries whose name could not be told for sure; no part of {@code entries}
 * @param control how many followers the account has, by control.txt; null where that is missing or no number
 * @param problem why nobody is judged by it, or null: it is complete
 * @param detail of the problem, such as the number of the missing file; never anything of an entry
 * @param names who follows; empty where there is a problem
 */
public record FollowersExport(
        @Nullable LocalDate date,
        int entries,
        int refused,
        @Nullable Integer control,
        @Nullable ExportProblem problem,
        String detail,
        FollowerNames names) {
    /** One of which nothing was read. */
    public static FollowersExport unread(ExportProblem problem) {
        return new FollowersExport(null, 0, 0, null, problem, "", new FollowerNames());
    }

    /** May somebody be judged by it? */
    public boolean isComplete() {
        return problem == null;
    }

    /** Text that names nobody. */
    @Override
    public String toString() {
        return problem == null ? entries + " entries" : problem.name();
    }
}
