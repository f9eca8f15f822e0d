package id.rekap.nightly;

import id.rekap.reconcile.LastIntakeBatch;
import id.rekap.report.Publication;
import id.rekap.report.PublishedSet;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.AgencySummaries;
import id.rekap.snapshot.AgencySummary;
import id.rekap.snapshot.Learnt;
import id.rekap.snapshot.NightClaims;
import id.rekap.snapshot.NightEvidence;
import id.rekap.snapshot.PublicationContexts;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.StoredPublication;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The step publish: the set is written beside the ones that are there, recorded, shown by renaming a link, and listed in the
 * index, all before the step's transaction ends.
 */
final class PublishStep implements Runnable {
    /** Making a file waits for the disk: more are written at a time than shards are worked on. */
    static final int FILES_A_SHARE = 2;

    private final RunContext night;
    private final JdbcTemplate jdbc;
    private final RunStore runs;
    private final Publication publication;

    PublishStep(RunContext night, JdbcTemplate jdbc) {
        this.night = night;
        this.jdbc = jdbc;
        this.runs = new RunStore(jdbc);
        this.publication = new Publication(
                night.reports(),
                night.run().settings().locale(),
                night.run().settings().publicUrl(),
                night.run().settings().contact(),
                night.version(),
                night.catalogue(),
                FILES_A_SHARE * night.atOnce(),
                night.lock());
    }

    @Override
    public void run() {
        runs.takeTurnOfAll();
        runs.takeTurn(night.mandate().id());
        if (!runs.hasSamePrevious(night.run())) {
            throw new FaultRedaction.StepFault("A set of an earlier date was published meanwhile", true);
        }
        NightClaims claims = claims();
        claims.record();
        StoredPublication book = new StoredPublication(jdbc, night.run().ref(), night.mandate());
        claims.tell(book, book.agencies());
        new NightEvidence(
                        jdbc,
                        night.run().ref(),
                        night.mandate(),
                        night.catalogue(),
                        night.run().settings().locale())
                .tell();
        PublishedSet set = publication.prepare(book);
        record(book, set);
        publication.swap(night.run().date(), night.run().revision(), true);
        publication.index(
                night.mandate(),
                new PublishedNights(jdbc).list(night.mandate().id(), night.run().date()));
    }

    private NightClaims claims() {
        RunSettings settings = night.run().settings();
        return new NightClaims(
                jdbc,
                night.run().ref(),
                night.mandate(),
                night.catalogue(),
                settings.locale(),
                LastIntakeBatch.of(night.run().ref(), jdbc),
                settings.claimDays());
    }

    private void record(StoredPublication book, PublishedSet set) {
        PublicationModel.Trend all = book.now();
        List<AgencyPosition> agencies = book.agencies();
        long rows = agencies.stream().mapToLong(AgencyPosition::rows).sum();
        new AgencySummaries(jdbc).write(night.run().ref(), all, AgencySummary.of(book, agencies), set.suppressed());
        new PublicationContexts(jdbc)
                .write(
                        night.run().ref(),
                        Republisher.bytes(set, night.version(), night.run().settings(), night.mandate()),
                        book.context(agencies, set.lists()));
        Learnt.record(night.run().ref(), night.mandate(), jdbc);
        runs.published(night.run(), all.due(), all.met(), rows, night.clock().instant());
    }
}
