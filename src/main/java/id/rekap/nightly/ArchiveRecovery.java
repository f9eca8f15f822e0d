package id.rekap.nightly;

import id.rekap.catalogue.Catalogue;
import id.rekap.database.AuditLog;
import id.rekap.intake.Archive;
import id.rekap.intake.ArchivedFiles;
import id.rekap.intake.IntakeBatch;
import id.rekap.intake.Journal;
import id.rekap.intake.JournalBatch;
import id.rekap.intake.JournalRows;
import id.rekap.lock.InboxLock;
import id.rekap.lock.LockHeld;
import id.rekap.lock.RunLock;
import id.rekap.mandate.Mandate;
import id.rekap.report.Publication;
import id.rekap.report.SetName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a database that was restored from an older dump what was received since, from the archive and its journal: batches as
 * they were, which the runs of their dates read. Sets that the database does not know are moved out of the way first thing
 * after that. Each part may be repeated.
 */
public final class ArchiveRecovery {
    private final Path home;
    private final Path archive;
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final JournalRows rows;
    private final RunSettings settings;
    private final String version;

    public ArchiveRecovery(Path home, DataSource dataSource, RunSettings settings, String version) {
        this.home = home;
        this.archive = home.resolve("archive");
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.rows = new JournalRows(jdbc);
        this.settings = settings;
        this.version = version;
    }

    /**
     * What there is to do.
     *
     * @param records that the database lacks, in order
     * @param unfinished those of them that were still copying: their files go to the inbox
     * @param passed batches that the database lacks and was run on without
     * @param lost files of batches whose originals the archive has no more, {@code <folder>/<name>}
     * @param sets on the disk that the database does not know, by mandate
     * @param torn lines of the journal that cannot be read
     */
    public record Plan(
            List<JournalBatch> records,
            List<JournalBatch> unfinished,
            List<IntakeBatch> passed,
            List<String> lost,
            Map<String, List<SetName>> sets,
            int torn) {
        public boolean isNothing() {
            return records.isEmpty() && unfinished.isEmpty() && sets.isEmpty();
        }
    }

    public boolean hasJournal() {
        return new Journal(archive).exists();
    }

    /**
     * Looks, and does nothing.
     *
     * @param mandates the first one publishes into reports itself
     */
    public Plan look(LocalDate since, List<Mandate> mandates) {
        Set<IntakeBatch> known = rows.done();
        IntakeBatch newest = known.stream().max(IntakeBatch.IN_ORDER).orElse(IntakeBatch.NONE);
        try {
            Journal.Found found = found(since, known);
            List<JournalBatch> lacking = found.records();
            return new Plan(
                    lacking.stream().filter(JournalBatch::whole).toList(),
                    lacking.stream().filter(taken -> !taken.whole()).toList(),
                    lacking.stream()
                            .map(JournalBatch::at)
                            .filter(at -> known.contains(at) || IntakeBatch.IN_ORDER.compare(at, newest) < 0)
                            .toList(),
                    lost(lacking),
                    unknownSets(since, mandates),
                    found.torn());
        } catch (IOException e) {
            throw new UncheckedIOException("The journal of the archive cannot be read", e);
        }
    }

    /** Batches that the database lacks: also where it has others under their numbers. */
    private Journal.Found found(LocalDate since, Set<IntakeBatch> known) throws IOException {
        Journal journal = new Journal(archive);
        Journal.Found found = journal.read(at -> !at.receivedOn().isBefore(since) && !known.contains(at));
        Set<IntakeBatch> disputed = found.disputed();
        if (disputed.stream().noneMatch(known::contains)) {
            return found;
        }
        List<JournalBatch> lacking = journal
                .read(at -> !at.receivedOn().isBefore(since) && (!known.contains(at) || disputed.contains(at)))
                .records()
                .stream()
                .filter(taken -> !known.contains(taken.at()) || !rows.holds(taken))
                .toList();
        return new Journal.Found(lacking, disputed, found.torn());
    }

    private List<String> lost(List<JournalBatch> records) {
        Archive originals = new Archive(archive);
        return records.stream()
                .flatMap(taken -> taken.archived().stream())
                .filter(file -> !Files.isRegularFile(originals.path(String.valueOf(file.sha256()))))
                .map(file -> file.folder() + "/" + file.name())
                .distinct()
                .toList();
    }

    private Map<String, List<SetName>> unknownSets(LocalDate since, List<Mandate> mandates) {
        Map<String, List<SetName>> unknown = new TreeMap<>();
        for (Mandate mandate : mandates) {
            List<SetName> onDisk = Publication.sets(reports(mandate, mandates));
            List<SetName> newer = KnownSets.newer(dataSource, mandate.id(), onDisk).stream()
                    .filter(set -> !set.date().isBefore(since))
                    .toList();
            if (!newer.isEmpty()) {
                unknown.put(mandate.id(), newer);
            }
        }
        return unknown;
    }

    private Path reports(Mandate mandate, List<Mandate> mandates) {
        return Publication.reports(home, mandate.id(), mandates.get(0).id());
    }

    /**
     * Does what is planned while no run takes files.
     *
     * @param mandates as they were when it was planned
     * @return where the sets lie now
     * @throws LockHeld where a run takes files all the time
     */
    public List<Path> giveBack(Plan plan, List<Mandate> mandates, String who, Instant now, Consumer<String> saying) {
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        try (RunLock lock = RunLock.take(dataSource, mandates.get(0).id(), first(plan), null, saying);
                InboxLock inbox = InboxLock.take(jdbc, transaction, lock, InboxLock.PATIENCE, saying)
                        .orElseThrow(() -> new LockHeld("Asked to stop: nothing was given back"))) {
            transaction.executeWithoutResult(s -> {
                inbox.check();
                plan.records().forEach(rows::giveBack);
                audit(plan, who, now);
            });
            ArchivedFiles originals = new ArchivedFiles(home, jdbc);
            for (JournalBatch unfinished : plan.unfinished()) {
                originals.toInbox(unfinished.archived());
            }
            return setAside(plan, mandates, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("Files cannot be put back into the inbox", e);
        }
    }

    private static LocalDate first(Plan plan) {
        Stream<JournalBatch> taken =
                Stream.of(plan.records(), plan.unfinished()).flatMap(List::stream);
        Stream<SetName> sets = plan.sets().values().stream().flatMap(List::stream);
        return Stream.concat(taken.map(one -> one.at().receivedOn()), sets.map(SetName::date))
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private void audit(Plan plan, String who, Instant now) {
        List<JournalBatch> records = plan.records();
        if (!records.isEmpty()) {
            int files =
                    records.stream().mapToInt(taken -> taken.archived().size()).sum();
            LocalDate first = records.get(0).at().receivedOn();
            LocalDate last = records.get(records.size() - 1).at().receivedOn();
            new AuditLog(jdbc)
                    .add(now, who, "FROM_ARCHIVE", first.toString(), "up to " + last + ", " + files + " files");
        }
    }

    private List<Path> setAside(Plan plan, List<Mandate> mandates, RunLock lock) {
        List<Path> moved = new ArrayList<>();
        for (Mandate mandate : mandates) {
            Publication publication = new Publication(
                    reports(mandate, mandates), settings.locale(), "", "", version, Catalogue.load(), 1, lock);
            Map<LocalDate, List<Integer>> revisions = plan.sets().getOrDefault(mandate.id(), List.of()).stream()
                    .collect(Collectors.groupingBy(
                            SetName::date, TreeMap::new, Collectors.mapping(SetName::revision, Collectors.toList())));
            revisions.forEach((date, of) -> moved.addAll(
                    publication.setAside(mandate, date, of, new PublishedNights(jdbc).list(mandate.id(), date))));
        }
        return moved;
    }
}
