package id.rekap.snapshot;

import id.rekap.catalogue.Catalogue;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.Judge;
import id.rekap.reconcile.Outcome;
import id.rekap.register.People;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/** Judges agencies of one planned night, from tables to an outcome and its findings. */
public final class Judging {
    private final Judge judge;
    private final Dockets dockets;
    private final FindingRows findings;
    private final Lifecycle lifecycle;
    private final RunRef run;

    public Judging(JdbcTemplate jdbc, Mandate mandate, Catalogue catalogue, Locale locale, RunRef run) {
        this.judge = new Judge(mandate, catalogue, locale, new People(jdbc));
        this.dockets = new Dockets(jdbc, run);
        this.findings = new FindingRows(jdbc);
        this.lifecycle = new Lifecycle(findings, run);
        this.run = run;
    }

    public Judged judge(String agency) {
        Outcome outcome = judge.judge(dockets.docket(agency));
        return new Judged(
                outcome,
                dockets.row(agency).listKey(),
                lifecycle.follow(agency, FindingRow.Part.LIST, outcome.raised(), findings.openBefore(run, agency)));
    }
}
