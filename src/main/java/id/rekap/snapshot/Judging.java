package id.rekap.snapshot;

import id.rekap.catalogue.Catalogue;
import id.rekap.exemption.ExemptionsInForce;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.Judge;
import id.rekap.reconcile.Outcome;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** Judges agencies of one planned night, from tables to an outcome and its findings. */
public final class Judging {
    private final Judge judge;
    private final Dockets dockets;
    private final Lifecycle lifecycle;

    /**
     * Of the night as it was planned.
     *
     * @param agencies in the order in which they will be judged
     */
    public Judging(
            JdbcTemplate jdbc,
            Mandate mandate,
            Catalogue catalogue,
            Locale locale,
            RunRef run,
            ExemptionsInForce.All exemptions,
            List<String> agencies) {
        this.dockets = new Dockets(jdbc, mandate, run, exemptions::ofPeople, agencies);
        this.judge = new Judge(mandate, catalogue, locale);
        this.lifecycle = new Lifecycle(new FindingRows(jdbc), run);
    }

    public Judged judge(String agency) {
        Case one = dockets.of(agency);
        Outcome outcome = judge.judge(one.docket());
        return new Judged(
                outcome,
                one.input(),
                lifecycle.follow(
                        FindingRow.Part.LIST,
                        List.of(new Lifecycle.Change(agency, outcome.raised(), one.openBefore()))));
    }
}
