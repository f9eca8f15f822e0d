package id.rekap.nightly;

import id.rekap.catalogue.Catalogue;
import id.rekap.exemption.ExemptionsInForce;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.AgencyOutcome;
import id.rekap.reconcile.CrossCheck;
import id.rekap.reconcile.EvidenceArrivals;
import id.rekap.reconcile.LookedAhead;
import id.rekap.reconcile.NightPlan;
import id.rekap.reconcile.NightReconciliation;
import id.rekap.reconcile.Outcome;
import id.rekap.reconcile.OutcomeStore;
import id.rekap.reconcile.RunRef;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** A night's judging without its job: planned, reconciled and cross-checked in a transaction that is rolled back. */
final class TrialNight {
    private final JdbcTemplate jdbc;
    private final Mandate mandate;
    private final Catalogue catalogue;
    private final RunSettings settings;
    private final RunRef run;
    private final ExemptionsInForce.All exemptions;

    /** Plans it. */
    TrialNight(
            JdbcTemplate jdbc, Mandate mandate, Catalogue catalogue, RunSettings settings, String version, RunRef run) {
        this.jdbc = jdbc;
        this.mandate = mandate;
        this.catalogue = catalogue;
        this.settings = settings;
        this.run = run;
        this.exemptions = new NightPlan(
                        jdbc,
                        mandate,
                        catalogue,
                        settings.locale(),
                        settings.maxAgeDays(),
                        settings.evidenceDays(),
                        version)
                .plan(run, 1);
    }

    void reconcile(List<String> agencies) {
        NightReconciliation reconciliation = reconciliation(settings.locale(), agencies);
        OutcomeStore outcomes = new OutcomeStore(jdbc);
        agencies.forEach(agency -> outcomes.write(run, List.of(judged(reconciliation, agency))));
    }

    void crossCheck() {
        new CrossCheck(jdbc, mandate, settings.evidenceDays()).cross(run, EvidenceArrivals.NONE);
    }

    /** What is said of an agency in another language, and written nowhere. */
    Outcome outcome(String agency, Locale locale) {
        return judged(reconciliation(locale, List.of(agency)), agency).outcome();
    }

    private static AgencyOutcome judged(NightReconciliation reconciliation, String agency) {
        return reconciliation.reconcile(agency).orElseThrow();
    }

    private NightReconciliation reconciliation(Locale locale, List<String> agencies) {
        return new NightReconciliation(jdbc, mandate, catalogue, locale, run, exemptions, LookedAhead.NONE, agencies);
    }
}
