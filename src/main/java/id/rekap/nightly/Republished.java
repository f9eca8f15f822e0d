package id.rekap.nightly;

import id.rekap.report.SetName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How making a set again ended.
 *
 * @param run that published it; where nothing was published, the latest of the date, null without one
 * @param counts it is the newest revision, which readers of the date are led to
 * @param reproduction to the published set, null where none was made
 * @param differences of the set that stood there: paths that were missing, too many, or otherwise
 * @param besides sets on the disk that the database does not know, or that are newer
 */
public record Republished(
        End end,
        @Nullable Run run,
        boolean counts,
        @Nullable ReproductionCheck reproduction,
        List<String> differences,
        List<SetName> besides,
        @Nullable String failure) {

    /** The ways. */
    public enum End {
        /** No set stood there. */
        MADE,
        /** Another stood there. */
        REPLACED,
        /** It stood there whole; links or the list of nights did not lead to it. */
        LINKED,
        UNCHANGED,
        NEVER_PUBLISHED,
        /** The database holds no longer what was published. */
        LOST,
        /** The disk has a newer revision that the database does not know. */
        OLDER_DATABASE,
        /** The disk has a newer revision whose run was killed before it could end. */
        CUT_OFF,
        /** A folder stands where the link of the date, or {@code latest}, belongs. */
        NO_LINK,
        STOPPED,
        FAILED
    }

    static Republished of(End end, Optional<Run> run) {
        return new Republished(end, run.orElse(null), false, null, List.of(), List.of(), null);
    }

    static Republished failed(Run run, @Nullable String failure) {
        return new Republished(End.FAILED, run, false, null, List.of(), List.of(), failure);
    }

    Republished like(ReproductionCheck made, List<String> different, boolean counting) {
        return new Republished(end, run, counting, made, different, besides, failure);
    }

    Republished besides(List<SetName> sets) {
        return new Republished(end, run, counts, reproduction, differences, sets, failure);
    }
}
