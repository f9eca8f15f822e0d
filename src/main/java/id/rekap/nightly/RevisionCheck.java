package id.rekap.nightly;

import id.rekap.catalogue.Catalogue;
import id.rekap.intake.SupposedBatch;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.NightStore;
import id.rekap.reconcile.RunRef;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import id.rekap.register.AgencyDirectory;
import id.rekap.snapshot.Learnt;
import id.rekap.snapshot.NightClaims;
import id.rekap.snapshot.NightDifference;
import id.rekap.snapshot.NightEvidence;
import id.rekap.snapshot.PublicationContexts;
import id.rekap.snapshot.StoredPublication;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a revision of a published night would change, by the night's own steps in one transaction that is rolled back. What it
 * would take from the inbox is read where it lies; only chats and
 * followers' exports that lie there are left out.
 */
public final class RevisionCheck {
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final Path home;
    private final Mandate mandate;
    private final List<Mandate> others;
    private final RunSettings settings;
    private final Clock clock;
    private final String version;
    private final Catalogue catalogue = Catalogue.load();

    public RevisionCheck(
            Path home,
            DataSource dataSource,
            Mandate mandate,
            List<Mandate> others,
            RunSettings settings,
            Clock clock,
            String version) {
        this.home = home;
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.mandate = mandate;
        this.others = others;
        this.settings = settings;
        this.clock = clock;
        this.version = version;
    }

    /**
     * What would change.
     *
     * @param replaced the revision that counts now
     * @param learnt since that was published, of the date
     * @param datedLater learnt since, of later dates: it changes nothing
     */
    public record Foreseen(
            String date,
            String mandate,
            int replaced,
            NightDifference difference,
            Learnt learnt,
            Learnt.DatedLater datedLater) {}

    /**
     * Tries the revision of a date that is published.
     *
     * @throws LockHeld where somebody keeps whole tables from being written to
     */
    public Foreseen of(LocalDate date) {
        Run published = new RunStore(jdbc).lastPublished(mandate.id(), date).orElseThrow();
        RunIntake records = new RunIntake(jdbc);
        boolean takes = !records.takesNothing(date) && records.givenBack(date).isEmpty();
        Learnt.Base base = Learnt.Base.newest(mandate.id(), date, jdbc).orElseThrow();
        return new Foreseen(
                date.toString(),
                mandate.id(),
                published.revision(),
                new RolledBack(dataSource).of(() -> difference(published, takes)),
                Learnt.since(base, mandate, takes, jdbc),
                Learnt.datedLater(base, mandate, takes, jdbc));
    }

    private NightDifference difference(Run published, boolean takes) throws IOException {
        LocalDate date = published.date();
        int session = RolledBack.session(jdbc);
        SupposedBatch batch = new SupposedBatch(jdbc, home, mandate, others, date, session % 1_000_000);
        if (takes) {
            AgencyDirectory agencies = new Agencies(jdbc).directory(date);
            batch.take(
                    Duration.ofSeconds(settings.quietSeconds()),
                    clock.instant(),
                    folder -> folder.isEmpty()
                            ? Optional.empty()
                            : agencies.named(folder).map(Agency::code));
        }
        batch.read(new ReadMark(jdbc).of(mandate.id()));
        long previous = new RunStore(jdbc)
                .lastPublished(mandate.id(), date.minusDays(1))
                .map(Run::id)
                .orElse(0L);
        RunRef run = new RunRef(-1L - session, mandate.id(), date, published.revision() + 1, previous);
        reconcile(run);
        NightClaims claims = new NightClaims(
                jdbc, run, mandate, catalogue, settings.locale(), Integer.MAX_VALUE, settings.claimDays());
        claims.record();
        StoredPublication after = new StoredPublication(jdbc, run, mandate);
        claims.tell(after, after.agencies());
        new NightEvidence(jdbc, run, mandate, catalogue, settings.locale()).tell();
        StoredPublication before = new StoredPublication(
                jdbc,
                published.ref(),
                mandate,
                new PublicationContexts(jdbc).of(published.id()).orElseThrow().context());
        return NightDifference.between(before, after);
    }

    private void reconcile(RunRef run) {
        TrialNight night = new TrialNight(jdbc, mandate, catalogue, settings, version, run);
        NightStore nights = new NightStore(jdbc);
        night.reconcile(nights.toReconcile(run, 0));
        night.crossCheck();
        night.reconcile(nights.toReconcileAgain(run, 0));
    }
}
