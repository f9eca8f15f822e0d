package id.rekap.nightly;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.Archive;
import id.rekap.intake.Delivery;
import id.rekap.intake.DeliveryReader;
import id.rekap.intake.FileNote;
import id.rekap.intake.HoldReason;
import id.rekap.intake.IntakeBatch;
import id.rekap.intake.ListFile;
import id.rekap.intake.ListsInForce;
import id.rekap.intake.ReadDelivery;
import id.rekap.intake.Submission;
import id.rekap.intake.Submissions;
import id.rekap.intake.TrialDrop;
import id.rekap.mandate.ConfigurationInvalid;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.FileNotices;
import id.rekap.reconcile.ListCheckResult;
import id.rekap.reconcile.NightStore;
import id.rekap.reconcile.Outcome;
import id.rekap.reconcile.RaisedException;
import id.rekap.reconcile.RunRef;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the night would say of one file, by the night's own steps in one transaction that is always rolled back. Nothing that
 * it writes has a key that a run writes too, and what a run would change it supposes under keys of its own: so neither waits
 * for the other or sees it.
 */
public final class ListCheck {
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final RolledBack rolledBack;
    private final Path home;
    private final Mandate mandate;
    private final List<Mandate> others;
    private final RunSettings settings;
    private final String version;
    private final Catalogue catalogue = Catalogue.load();

    public ListCheck(
            Path home,
            DataSource dataSource,
            Mandate mandate,
            List<Mandate> others,
            RunSettings settings,
            String version) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.rolledBack = new RolledBack(dataSource);
        this.home = home;
        this.mandate = mandate;
        this.others = others;
        this.settings = settings;
        this.version = version;
    }

    /**
     * Tries the drop of a file.
     *
     * @param agency its code
     * @param locale of the texts
     * @throws LockHeld where somebody keeps whole tables from being written to
     * @throws ConfigurationInvalid where the mandate does not know every type of the register
     */
    public ListCheckResult of(Path file, String agency, LocalDate date, Locale locale) {
        RegisterTypes.check(dataSource, mandate, date);
        return rolledBack.of(() -> check(file, agency, date, locale));
    }

    private ListCheckResult check(Path file, String agency, LocalDate date, Locale locale) throws IOException {
        int session = RolledBack.session(jdbc);
        TrialDrop drop = TrialDrop.of(file, agency, date, session % 1_000_000);
        int supposed = drop.takeUp(jdbc, mandate.id());
        drop.record(jdbc);
        RunRef run = run(date, -1L - session);
        Submission submission = read(drop, supposed).submission();
        return switch (submission.verdict()) {
            case NOT_MEANT -> said(submission, false, null, List.of());
            case REFUSED ->
                said(submission, false, null, FileNotices.raised(catalogue, locale, agency, submission.notes()));
            case UNCHANGED -> unchanged(drop, submission, run, locale);
            case ACCEPTED -> {
                Outcome outcome = reconciled(run, agency, locale);
                boolean isCorrection = submission.files().size() > 1;
                yield said(submission, isCorrection, outcome, ofFile(outcome, drop.path(), !isCorrection));
            }
            case HELD -> held(drop, submission, run, locale);
        };
    }

    private static ListCheckResult said(
            Submission submission, boolean isCorrection, @Nullable Outcome outcome, List<RaisedException> raised) {
        return new ListCheckResult(
                submission.verdict(),
                isCorrection,
                submission.id(),
                outcome == null ? 0 : outcome.rows(),
                outcome == null ? 0 : outcome.counted(),
                outcome == null ? 0 : outcome.refused(),
                raised);
    }

    /** What is wrong with the list in force is still wrong: it is this very file. */
    private ListCheckResult unchanged(TrialDrop drop, Submission submission, RunRef run, Locale locale) {
        Submission inForce = new ListsInForce(jdbc, mandate.id())
                .of(drop.agency(), drop.date())
                .orElseThrow();
        boolean isCorrection =
                inForce.files().stream().map(ListFile::sha256).distinct().count() > 1;
        List<RaisedException> raised = new ArrayList<>(FileNotices.raised(
                catalogue, locale, drop.agency(), List.of(FileNote.unchanged(drop.path(), inForce.id()))));
        Outcome outcome = reconciled(run, drop.agency(), locale);
        inForce.files().stream()
                .filter(file -> file.sha256().equals(drop.sha256()))
                .map(file -> file.name())
                .distinct()
                .forEach(name -> raised.addAll(ofFile(outcome, name, false)));
        if (!isCorrection) {
            raised.addAll(missing(outcome));
        }
        return said(submission, isCorrection, outcome, raised);
    }

    private ListCheckResult held(TrialDrop drop, Submission submission, RunRef run, Locale locale) {
        List<RaisedException> raised = new ArrayList<>(reconciled(run, drop.agency(), locale).raised().stream()
                .filter(r -> HoldReason.CODES.contains(r.code()))
                .toList());
        drop.accept(jdbc, mandate.id());
        Outcome outcome = reconciled(run, drop.agency(), locale);
        raised.addAll(ofFile(outcome, drop.path(), true));
        return said(submission, false, outcome, raised);
    }

    private static List<RaisedException> ofFile(Outcome outcome, String file, boolean isWhole) {
        List<RaisedException> raised = new ArrayList<>(outcome.raised().stream()
                .filter(r -> r.file().equals(file))
                .sorted(RaisedException.BY_PLACE)
                .toList());
        if (isWhole) {
            raised.addAll(missing(outcome));
        }
        return raised;
    }

    private static List<RaisedException> missing(Outcome outcome) {
        return outcome.raised().stream()
                .filter(r -> r.code() == ExceptionCode.EMPLOYEE_NOT_REPORTED)
                .toList();
    }

    /**
     * Reads what the agency has dropped and no night has read yet, and this file as the last of it.
     *
     * @param supposed so many submissions of the agency are already
     */
    private ReadDelivery read(TrialDrop drop, int supposed) {
        Submissions submissions = new Submissions(jdbc, mandate.id());
        Archive archive = new Archive(home.resolve("archive"));
        Function<String, Path> originals = sha256 -> sha256.equals(drop.sha256()) ? drop.file() : archive.path(sha256);
        IntakeBatch lastRead = new ReadMark(jdbc).of(mandate.id());
        List<Delivery> deliveries =
                new ArrayList<>(submissions.toRead(lastRead, drop.before()).getOrDefault(drop.agency(), List.of()));
        deliveries.add(drop.delivery());
        List<ReadDelivery> read = new DeliveryReader(originals, mandate, others, jdbc, lastRead).read(deliveries);
        drop.write(read, supposed, submissions);
        return read.get(read.size() - 1);
    }

    /** From the list in force to what is wrong with it. Agencies without a list mean nothing for others. */
    private Outcome reconciled(RunRef run, String agency, Locale locale) {
        TrialNight night = new TrialNight(jdbc, mandate, catalogue, settings, version, run);
        night.reconcile(new NightStore(jdbc).listsToJudge(run));
        night.crossCheck();
        return night.outcome(agency, locale);
    }

    /** After the last set that is published, under a number that no run has. */
    private RunRef run(LocalDate date, long id) {
        Optional<Run> previous = new RunStore(jdbc).lastPublished(mandate.id(), date);
        return new RunRef(id, mandate.id(), date, 1, previous.map(Run::id).orElse(0L));
    }
}
