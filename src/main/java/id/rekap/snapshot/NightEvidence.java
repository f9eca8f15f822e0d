package id.rekap.snapshot;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.evidence.ExportProblem;
import id.rekap.evidence.FollowerExports;
import id.rekap.evidence.FollowerExports.Export;
import id.rekap.intake.FileNote;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.FileNotices;
import id.rekap.reconcile.FindingRow;
import id.rekap.reconcile.FindingRows;
import id.rekap.reconcile.LastIntakeBatch;
import id.rekap.reconcile.RaisedException;
import id.rekap.reconcile.RunRef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Exports of official accounts that nobody is judged by, until the account's next complete one. */
public final class NightEvidence {
    private static final String FOLDER = "_followers";

    private final JdbcTemplate jdbc;
    private final RunRef run;
    private final Mandate mandate;
    private final Catalogue catalogue;
    private final Locale locale;

    public NightEvidence(JdbcTemplate jdbc, RunRef run, Mandate mandate, Catalogue catalogue, Locale locale) {
        this.jdbc = jdbc;
        this.run = run;
        this.mandate = mandate;
        this.catalogue = catalogue;
        this.locale = locale;
    }

    /** In the caller's transaction, once the night's own exports are taken; may be repeated. */
    public void tell() {
        FollowerExports exports = new FollowerExports(jdbc);
        int batch = LastIntakeBatch.of(run, jdbc);
        Set<String> accounts = mandate.accounts();
        List<FileNote> notes = Stream.concat(
                        exports.unknown(run.date(), batch).stream().map(this::unknown),
                        exports.open(run.date(), batch).stream()
                                .filter(export -> accounts.contains(export.account()))
                                .map(this::open))
                .distinct()
                .toList();
        List<RaisedException> raised = FileNotices.raised(catalogue, locale, "", notes);
        new FindingRows(jdbc).tell(run, FindingRow.Part.EVIDENCE, raised.isEmpty() ? Map.of() : Map.of("", raised));
    }

    private FileNote unknown(Export export) {
        String folder = export.account().isEmpty() ? FOLDER : FOLDER + "/" + export.account();
        return new FileNote(
                ExceptionCode.FOLDER_UNKNOWN,
                folder,
                "",
                "",
                folder,
                String.join(", ", new TreeSet<>(mandate.accounts())),
                List.of(folder, "NO_ACCOUNT"));
    }

    private FileNote open(Export export) {
        ExportProblem problem = export.problem() == null ? ExportProblem.FAILED : export.problem();
        return new FileNote(
                problem.code(),
                FOLDER + "/" + export.account(),
                "",
                "",
                export.detail(),
                "",
                List.of(export.account(), problem.text(locale, export.detail())));
    }
}
