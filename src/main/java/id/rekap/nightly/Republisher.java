package id.rekap.nightly;

import id.rekap.catalogue.Catalogue;
import id.rekap.files.Fence;
import id.rekap.lock.LockAcquisition;
import id.rekap.lock.LockLost;
import id.rekap.lock.RunLock;
import id.rekap.mandate.Mandate;
import id.rekap.reconcile.NightStore;
import id.rekap.report.Publication;
import id.rekap.report.PublishedSet;
import id.rekap.report.SetName;
import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.PublicationContexts;
import id.rekap.snapshot.StoredPublication;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/**
 * Makes a published set again from the database alone, under the lock of its date: for an operator whose reports are lost,
 * damaged, or in another language. Takes nothing, judges nothing, writes no row but the lock's.
 */
public final class Republisher {
    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final Mandate mandate;
    private final Path reports;
    private final RunSettings settings;
    private final int filesAtOnce;
    private final String version;

    public Republisher(
            DataSource dataSource, Mandate mandate, Path reports, RunSettings settings, int shards, String version) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.dataSource = dataSource;
        this.mandate = mandate;
        this.reports = reports;
        this.settings = settings;
        this.filesAtOnce = PublishStep.FILES_A_SHARE * shards;
        this.version = version;
    }

    /** Which bytes a set has, and what made them what they are beside the facts. */
    static PublicationContexts.Bytes bytes(PublishedSet set, String version, RunSettings settings, Mandate mandate) {
        return new PublicationContexts.Bytes(
                version, settings.language(), mandate.version(), set.dataSha256(), set.manifestSha256());
    }

    /**
     * Makes a published revision of a date again.
     *
     * @param revision 0: the newest, which counts
     * @param saying is told why it waits
     * @param stopper is given the lock as soon as it is held
     * @throws LockHeld while a run of this date lives
     */
    public Republished of(LocalDate date, int revision, Consumer<String> saying, Stopper stopper) {
        RunStore runs = new RunStore(jdbc);
        if (chosen(runs.published(mandate.id(), date), revision).isEmpty()) {
            return Republished.of(Republished.End.NEVER_PUBLISHED, runs.latest(mandate.id(), date));
        }
        Optional<RunLock> taken =
                new LockAcquisition(dataSource, mandate.id(), date, null).take(saying, stopper::isAsked);
        if (taken.isEmpty()) {
            return Republished.of(Republished.End.STOPPED, Optional.empty());
        }
        try (RunLock lock = taken.get()) {
            stopper.holds(lock);
            // a revision may have been published while this waited
            List<Run> published = runs.published(mandate.id(), date);
            Run run = chosen(published, revision).orElseThrow();
            Run counts = published.get(published.size() - 1);
            Publication publication = new Publication(
                    reports,
                    settings.locale(),
                    run.settings().publicUrl(),
                    run.settings().contact(),
                    version,
                    Catalogue.load(),
                    filesAtOnce,
                    new UntilAsked(lock));
            try {
                return under(lock, run, counts, publication);
            } catch (Asked e) {
                withdraw(publication, run);
                return Republished.of(Republished.End.STOPPED, Optional.of(run));
            } catch (LockLost e) {
                return Republished.failed(run, e.getMessage());
            } catch (DataAccessException | TransactionException | UncheckedIOException e) {
                withdraw(publication, run);
                return Republished.failed(run, FaultRedaction.fault(e).getMessage());
            }
        }
    }

    private static Optional<Run> chosen(List<Run> published, int revision) {
        return published.stream()
                .filter(run -> revision == 0 || run.revision() == revision)
                .reduce((earlier, later) -> later);
    }

    private Republished under(RunLock lock, Run run, Run counts, Publication publication) {
        if (isFolder(run.date().toString()) || isFolder("latest")) {
            return Republished.of(Republished.End.NO_LINK, Optional.of(run));
        }
        List<Run> known = new RunStore(jdbc).all(mandate.id());
        Set<SetName> names =
                known.stream().map(r -> new SetName(r.date(), r.revision())).collect(Collectors.toSet());
        List<SetName> onDisk = publication.sets();
        List<SetName> newer = onDisk.stream()
                .filter(s -> s.date().equals(run.date()) && s.revision() > counts.revision())
                .toList();
        List<SetName> unknown = onDisk.stream().filter(s -> !names.contains(s)).toList();
        if (!newer.isEmpty()) {
            boolean isCutOff = newer.stream().noneMatch(unknown::contains);
            return Republished.of(isCutOff ? Republished.End.CUT_OFF : Republished.End.OLDER_DATABASE, Optional.of(run))
                    .besides(newer);
        }
        Optional<PublicationContexts.Kept> kept = new PublicationContexts(jdbc).of(run.id());
        if (kept.isEmpty()) {
            return Republished.of(Republished.End.LOST, Optional.of(run));
        }
        StoredPublication book =
                new StoredPublication(jdbc, run.ref(), mandate, kept.get().context());
        if (!new NightStore(jdbc).isWhole(run.ref()) || !isCountedAsPublished(book, run)) {
            return Republished.of(Republished.End.LOST, Optional.of(run));
        }
        PublishedSet set = publication.prepare(book);
        ReproductionCheck reproduction =
                ReproductionCheck.of(kept.get().bytes(), bytes(set, version, settings, mandate));
        if (reproduction.isUnexplained()) {
            publication.withdraw(run.date(), run.revision());
            return Republished.of(Republished.End.LOST, Optional.of(run));
        }
        Optional<List<String>> differences = publication.differences(run.date(), run.revision());
        boolean isWhole = differences.isPresent() && differences.get().isEmpty();
        if (isWhole) {
            publication.withdraw(run.date(), run.revision());
        }
        if (lock.wasStopAsked()) {
            throw new Asked();
        }
        boolean isChanged = lock.owning(() -> put(publication, run, counts.equals(run), unknown.isEmpty()));
        Republished.End end = differences.isEmpty()
                ? Republished.End.MADE
                : !isWhole ? Republished.End.REPLACED : isChanged ? Republished.End.LINKED : Republished.End.UNCHANGED;
        return Republished.of(end, Optional.of(run))
                .like(reproduction, differences.orElse(List.of()), counts.equals(run))
                .besides(unknown);
    }

    /** A link cannot be renamed over a folder, and what is in it is somebody's. */
    private boolean isFolder(String link) {
        return Files.isDirectory(reports.resolve(link), LinkOption.NOFOLLOW_LINKS);
    }

    /** A list of nights that has more than this database knows stays. */
    private boolean put(Publication publication, Run run, boolean counts, boolean knowsAll) {
        new RunStore(jdbc).takeTurn(mandate.id());
        boolean isChanged = publication.swap(run.date(), run.revision(), counts);
        if (knowsAll || !Files.exists(reports.resolve("index.html"))) {
            isChanged |= publication.index(mandate, new PublishedNights(jdbc).list(mandate.id(), run.date()));
        }
        return isChanged;
    }

    private boolean isCountedAsPublished(StoredPublication book, Run run) {
        RunStore.Counted counted = new RunStore(jdbc).counted(run);
        long rows = book.agencies().stream().mapToLong(AgencyPosition::rows).sum();
        return counted.due() == book.now().due() && counted.met() == book.now().met() && counted.rows() == rows;
    }

    private static void withdraw(Publication publication, Run run) {
        try {
            publication.withdraw(run.date(), run.revision());
        } catch (UncheckedIOException e) {
            // whoever publishes this date next sweeps it
        }
    }

    /** Somebody has asked to stop. */
    private static final class Asked extends RuntimeException {
        Asked() {
            super("Asked to stop", null, false, false);
        }
    }

    /** The lock's, and closed between two files once somebody has asked to stop. */
    private record UntilAsked(RunLock lock) implements Fence {
        @Override
        public void look() {
            lock.look();
            if (lock.isStopAsked()) {
                throw new Asked();
            }
        }

        @Override
        public void check() {
            lock.check();
        }

        @Override
        public long token() {
            return lock.token();
        }
    }
}
