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

    /**
     * Of the night as it was planned.
     *
     * @param agencies in the order in which they will be judged
     */
    public NightReconciliation(
            JdbcTemplate jdbc,
            Mandate mandate,
            Catalogue catalogue,
            Locale locale,
            RunRef run,
            ExemptionsInForce.All exemptions,
            List<String> agencies) {
        this.loader = new AgencyFactsLoader(jdbc, mandate, run, exemptions::ofPeople, agencies);
        this.reconcile = new AgencyReconciler(mandate, catalogue, locale);
        this.lifecycle = new ExceptionLifecycle(new FindingRows(jdbc), run);
    }

    public AgencyOutcome reconcile(String agency) {
        LoadedAgency one = loader.of(agency);
        Outcome outcome = reconcile.reconcile(one.facts());
        return new AgencyOutcome(
                outcome,
                one.input(),
                lifecycle.follow(
                        FindingRow.Part.LIST,
                        List.of(new ExceptionLifecycle.Change(agency, outcome.raised(), one.openBefore()))));
    }
}
