package id.rekap.reconcile;

import id.rekap.catalogue.Catalogue;
import id.rekap.mandate.Mandate;
import java.util.Locale;

/** Judges an agency: its list in force beside the register, by the rules of docs/rules.md in their order. */
public final class AgencyReconciler {
    private final Mandate mandate;
    private final Catalogue catalogue;
    private final Locale locale;

    public AgencyReconciler(Mandate mandate, Catalogue catalogue, Locale locale) {
        this.mandate = mandate;
        this.catalogue = catalogue;
        this.locale = locale;
    }

    public Outcome reconcile(AgencyFacts facts) {
        ExceptionCollector raising = new ExceptionCollector(catalogue, locale, facts.agency(), facts.files());
        return new ListReconciliation(mandate, facts, raising).outcome();
    }
}
