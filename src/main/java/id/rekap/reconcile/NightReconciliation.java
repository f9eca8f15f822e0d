package id.rekap.reconcile;

import id.rekap.catalogue.Catalogue;
import id.rekap.exemption.ExemptionsInForce;
import id.rekap.mandate.Mandate;
import java.util.List;
import java.util.Locale;
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

    public AgencyOutcome reconcile(String agency) {
        LoadedAgency one = loader.of(agency);
        Outcome outcome = reconcile.reconcile(one.facts());
        return new AgencyOutcome(
                outcome,
                ahead.judged(
                        one.input(),
                        one.facts().evidence().lookup(),
                        one.facts().matches()),
                lifecycle.follow(
                        FindingRow.Part.LIST,
                        List.of(new ExceptionLifecycle.Change(agency, outcome.raised(), one.openBefore()))));
    }
}
