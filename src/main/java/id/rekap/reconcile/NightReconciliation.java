package id.rekap.reconcile;

import id.rekap.catalogue.Catalogue;
import id.rekap.exemption.ExemptionsInForce;
import id.rekap.mandate.Mandate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Judges agencies of one planned night, from tables to an outcome and its findings. */
public final class NightReconciliation {
    private final AgencyReconciler reconcile;
    private final AgencyFactsLoader loader;
    private final ExceptionLifecycle lifecycle;
    private final LookedAhead ahead;

    /**
     * Of the night as it was planned.
     *
     * @param ahead exports that come while they are judged
     * @param agencies in the order in which they will be judged
     */
    public NightReconciliation(
            JdbcTemplate jdbc,
            Mandate mandate,
            Catalogue catalogue,
            Locale locale,
            RunRef run,
            ExemptionsInForce.All exemptions,
            LookedAhead ahead,
            List<String> agencies) {
        this.ahead = ahead;
        this.loader = new AgencyFactsLoader(jdbc, mandate, run, exemptions::ofPeople, ahead, agencies);
        this.reconcile = new AgencyReconciler(mandate, catalogue, locale);
        this.lifecycle = new ExceptionLifecycle(new FindingRows(jdbc), run);
    }

    /** Nothing where it has an outcome already, and exports that come say of its people what those before said. */
    public Optional<AgencyOutcome> reconcile(String agency) {
        LoadedAgency one = loader.of(agency);
        Outcome outcome = reconcile.reconcile(one.facts());
        AgencyInput made = ahead.judged(
                one.input(), one.facts().evidence().lookup(), one.facts().matches());
        if (ahead.isAny()
                && one.isJudged()
                && Arrays.equals(made.digest(), one.input().digest())) {
            return Optional.empty();
        }
        return Optional.of(new AgencyOutcome(
                outcome,
                made,
                lifecycle.follow(
                        FindingRow.Part.LIST,
                        List.of(new ExceptionLifecycle.Change(agency, outcome.raised(), one.openBefore()))),
                one.facts().evidence().history()));
    }
}
