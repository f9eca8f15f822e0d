package id.rekap.snapshot;

import id.rekap.mandate.Mandate;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.Presence;
import id.rekap.reconcile.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Everything that a night's published set is made of; the same book gives the same bytes. */
public interface PublicationModel {
    /** Nights that are shown agency by agency, the night itself included. */
    int NIGHTS_OF_HISTORY = 30;

    LocalDate date();

    /** 1 for the first set of a date. */
    int revision();

    Mandate mandate();

    /** The latest earlier date that has a published set, or null. */
    @Nullable
    LocalDate previousDate();

    /** Every agency of the register on the date, by code. */
    List<AgencyPosition> agencies();

    /** By agency code, type and obligation in the mandate's order, {@code all} last; headcount is over 0. */
    List<Tally> tallies();

    /** By agency code and group. */
    List<Presence> presences();

    /** Fingerprints of exceptions that somebody has acknowledged: they count, and nobody is asked to mend them. */
    default Set<String> acknowledged() {
        return Set.of();
    }

    /** Runs since the last published date that have not published, the oldest first. */
    default List<UnfinishedRun> unfinished() {
        return List.of();
    }

    /** What sets of this date hide that were published before, of this and other mandates; made again, what it hides itself. */
    default Suppressed suppressed() {
        return Suppressed.NONE;
    }

    /** What an earlier set keeps of the files of agencies' lists, by agency: they need not be made again. */
    default Map<String, String> lists() {
        return Map.of();
    }

    /** What heads of agency claim, by agency. */
    Map<String, Claimed> claims();

    /** Files behind the night, by agency, name and hash. */
    List<Received> received();

    /** Compliance of all for each earlier published date, oldest first, at most 90, and this one last. */
    List<Trend> trend();

    /** Where the agencies stood on earlier published dates of the last {@link #NIGHTS_OF_HISTORY}, oldest first. */
    List<Past> history();

    /**
     * Findings agency by agency in order of code (the empty code first), each agency's in no particular order. Called once
     * for each agency that has any.
     */
    void findings(BiConsumer<String, List<Finding>> visitor);

    /**
     * Obligation {@code all} summed over agencies and types on a date.
     *
     * @param known somebody's position was known: else 0 met tells nothing
     * @param rules version of the mandate's file
     * @param headline what was said first of it
     */
    record Trend(LocalDate date, int due, int met, boolean known, String rules, Headline headline) {
        /** Did the mandate change between that night and this one? Then their rates say different things. */
        public boolean hasOtherRules(Trend before) {
            return !rules.equals(before.rules);
        }

        /** The nights on which another mandate held than the night before, the oldest first. */
        public static List<LocalDate> changesOfRules(List<Trend> trend) {
            List<LocalDate> changes = new ArrayList<>();
            for (int i = 1; i < trend.size(); i++) {
                if (trend.get(i).hasOtherRules(trend.get(i - 1))) {
                    changes.add(trend.get(i).date());
                }
            }
            return changes;
        }
    }

    /** An earlier published night, agency by agency, and what its set hid. */
    record Past(LocalDate date, List<AgencySummary> summaries, Suppressed suppressed) {}
}
