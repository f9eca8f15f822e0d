package id.rekap.reconcile;

import id.rekap.catalogue.Catalogue;
import id.rekap.mandate.Mandate;
import java.util.Locale;

/** Judges an agency: its list in force beside the register, by the contract's rules in their order. */
public final class Judge {
    private final Mandate mandate;
    private final Catalogue catalogue;
    private final Locale locale;

    public Judge(Mandate mandate, Catalogue catalogue, Locale locale) {
        this.mandate = mandate;
        this.catalogue = catalogue;
        this.locale = locale;
    }

    public Outcome judge(Docket docket) {
        Raising raising = new Raising(catalogue, locale, docket.agency(), docket.files());
        return new ListJudgement(mandate, docket, raising).outcome();
    }
}
